import type { Ruling } from './page.ts';

/** What a page draws, as pdf.js lists it. */
export interface Drawing {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly unknown[];
}

/** The numbers of the operations that are asked for here. */
export interface Operations {
  readonly save: number;
  readonly restore: number;
  readonly transform: number;
  readonly constructPath: number;
  readonly paintFormXObjectBegin: number;
  readonly paintFormXObjectEnd: number;
  readonly stroke: number;
  readonly closeStroke: number;
  readonly fill: number;
  readonly eoFill: number;
  readonly fillStroke: number;
  readonly eoFillStroke: number;
  readonly closeFillStroke: number;
  readonly closeEOFillStroke: number;
}

/** How points of a drawing become points of a page. */
export type Matrix = readonly [number, number, number, number, number, number];

/** In points: a filled shape that is thicker is no line, one that is shorter says nothing. */
const THICKEST = 3;
const SHORTEST = 3;

/** Steps of a path. */
const MOVE = 0;
const LINE = 1;
const CURVE = 2;
const QUADRATIC = 3;

type Point = readonly [x: number, y: number];

/** The lines of a page that run straight along it: strokes, and thin filled shapes, by which most programs draw borders. */
export function rulingsIn({ fnArray, argsArray }: Drawing, ops: Operations, page: Matrix): readonly Ruling[] {
  const filled = new Set([
    ops.fill,
    ops.eoFill,
    ops.fillStroke,
    ops.eoFillStroke,
    ops.closeFillStroke,
    ops.closeEOFillStroke,
  ]);
  const stroked = new Set([
    ops.stroke,
    ops.closeStroke,
    ops.fillStroke,
    ops.eoFillStroke,
    ops.closeFillStroke,
    ops.closeEOFillStroke,
  ]);
  const rulings: Ruling[] = [];
  const stack: Matrix[] = [];
  let matrix = page;
  fnArray.forEach((operation, index) => {
    const args = argsArray[index];
    if (operation === ops.save) stack.push(matrix);
    else if (operation === ops.restore || operation === ops.paintFormXObjectEnd)
      matrix = stack.pop() ?? matrix;
    else if (operation === ops.transform) matrix = times(matrix, matrixIn(args));
    else if (operation === ops.paintFormXObjectBegin) {
      stack.push(matrix);
      matrix = times(matrix, matrixIn(Array.isArray(args) ? args[0] : undefined));
    } else if (operation === ops.constructPath) {
      const { paint, steps } = pathIn(args);
      for (const shape of shapesOf(steps, matrix)) {
        if (stroked.has(paint)) rulings.push(...sides(shape));
        else if (filled.has(paint)) rulings.push(...thin(shape));
      }
    }
  });
  return rulings;
}

const SAME: Matrix = [1, 0, 0, 1, 0, 0];

function matrixIn(args: unknown): Matrix {
  return Array.isArray(args) && args.length >= 6 && args.every((one) => typeof one === 'number')
    ? (args.slice(0, 6) as unknown as Matrix)
    : SAME;
}

function times(a: Matrix, b: Matrix): Matrix {
  return [
    a[0] * b[0] + a[2] * b[1],
    a[1] * b[0] + a[3] * b[1],
    a[0] * b[2] + a[2] * b[3],
    a[1] * b[2] + a[3] * b[3],
    a[0] * b[4] + a[2] * b[5] + a[4],
    a[1] * b[4] + a[3] * b[5] + a[5],
  ];
}

/** How a path is painted, and its steps: a number each for what it does, followed by its points. */
function pathIn(args: unknown): { readonly paint: number; readonly steps: ArrayLike<number> } {
  const [paint, data] = Array.isArray(args) ? (args as readonly unknown[]) : [];
  const steps: unknown = Array.isArray(data) ? data[0] : undefined;
  return {
    paint: typeof paint === 'number' ? paint : -1,
    steps: steps instanceof Float32Array || Array.isArray(steps) ? (steps as ArrayLike<number>) : [],
  };
}

/** The outlines of a path; one with curves is none. */
function shapesOf(steps: ArrayLike<number>, matrix: Matrix): readonly (readonly Point[])[] {
  const shapes: Point[][] = [];
  const point = (at: number): Point => {
    const [x, y] = [steps[at] ?? 0, steps[at + 1] ?? 0];
    return [matrix[0] * x + matrix[2] * y + matrix[4], matrix[1] * x + matrix[3] * y + matrix[5]];
  };
  for (let at = 0; at < steps.length;) {
    const step = steps[at];
    const shape = shapes.at(-1);
    if (step === MOVE) shapes.push([point(at + 1)]);
    else if (step === LINE) shape?.push(point(at + 1));
    else if (step === CURVE || step === QUADRATIC) return [];
    else if (shape?.[0] !== undefined) shape.push(shape[0]);
    at += step === MOVE || step === LINE ? 3 : 1;
  }
  return shapes;
}

function sides(shape: readonly Point[]): readonly Ruling[] {
  return shape.slice(1).flatMap((end, index) => {
    const start = shape[index];
    return start === undefined ? [] : rulingOf([start, end], 1);
  });
}

/** A thin shape is one line. */
function thin(shape: readonly Point[]): readonly Ruling[] {
  return rulingOf(shape, THICKEST);
}

function rulingOf(points: readonly Point[], thickest: number): readonly Ruling[] {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
  const [width, height] = [right - left, bottom - top];
  if (height <= thickest && width > Math.max(height, SHORTEST))
    return [{ isLevel: true, at: (top + bottom) / 2, from: left, to: right }];
  if (width <= thickest && height > Math.max(width, SHORTEST))
    return [{ isLevel: false, at: (left + right) / 2, from: top, to: bottom }];
  return [];
}
