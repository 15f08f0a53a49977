import { opensMark, taggedContent } from './marked-lines.ts';
import { combined, IDENTITY, matrixOf, type Matrix } from './matrix.ts';

/** A rectangle on a page: left, bottom, right, top, in points from the page's lower left corner. */
export type Box = readonly [number, number, number, number];

/** What is drawn of one tag in one go. */
export interface Drawn {
  /** Whether it holds letters, and not rules and shades alone. */
  readonly text: boolean;
  /** Around all that is drawn; undefined where nothing is. Letters are taken for squares of their size. */
  readonly box: Box | undefined;
}

/** Operators that paint a path, and that add points to it. */
const PAINTS = new Set('f f* F S s B B* b b*'.split(' '));
const POINTS = new Set('m l c v y'.split(' '));

/** How far letters reach below and above their line, as parts of their size. */
const DESCENT = -0.2;
const ASCENT = 0.9;

/** What a page draws of each tagged content, by its number. */
export function drawnBoxes(lines: readonly string[]): ReadonlyMap<number, Drawn> {
  const reader = new Reader();
  for (const line of lines) reader.read(line);
  return reader.drawn;
}

/** What is drawn of a content so far: a page has tens of thousands of glyphs and rules, so that it grows in place. */
class Area implements Drawn {
  text = false;
  private left = Infinity;
  private bottom = Infinity;
  private right = -Infinity;
  private top = -Infinity;

  get box(): Box | undefined {
    return this.left === Infinity ? undefined : [this.left, this.bottom, this.right, this.top];
  }

  addPoint([a, b, c, d, e, f]: Matrix, x: number, y: number): void {
    const [across, up] = [a * x + c * y + e, b * x + d * y + f];
    this.left = Math.min(this.left, across);
    this.bottom = Math.min(this.bottom, up);
    this.right = Math.max(this.right, across);
    this.top = Math.max(this.top, up);
  }

  /** Takes what another covers, and leaves that empty. */
  take(other: Area): void {
    this.left = Math.min(this.left, other.left);
    this.bottom = Math.min(this.bottom, other.bottom);
    this.right = Math.max(this.right, other.right);
    this.top = Math.max(this.top, other.top);
    other.clear();
  }

  clear(): void {
    this.left = this.bottom = Infinity;
    this.right = this.top = -Infinity;
  }
}

/** Follows a page's drawing, line by line, as far as it takes to know where things are. */
class Reader {
  readonly drawn = new Map<number, Area>();
  private readonly open: (Area | undefined)[] = [];
  /** What is drawn now; undefined where that belongs to no content. */
  private area: Area | undefined;
  private readonly saved: Matrix[] = [];
  private matrix = IDENTITY;
  private text = IDENTITY;
  /** Where the next glyph is drawn. */
  private x = 0;
  private y = 0;
  private size = 0;
  /** Around the path that is being made. */
  private readonly path = new Area();

  read(line: string): void {
    if (line.endsWith(' Tj')) return this.readText(line);
    if (opensMark(line)) return this.begin(taggedContent(line));
    if (line === 'EMC') return this.end();
    // What belongs to no content, such as rules and lines of dots, is nobody's box.
    if (this.area === undefined && (line === 'f' || line.endsWith(' re'))) return;
    if (line === 'BT' || line === 'ET') return;
    const words = line.split(' ');
    this.operate(words.pop() ?? '', words);
  }

  private begin(content: number | undefined): void {
    this.open.push(this.area);
    if (content === undefined) return;
    const area = this.drawn.get(content) ?? new Area();
    this.area = area;
    this.drawn.set(content, area);
  }

  private end(): void {
    this.area = this.open.pop();
  }

  /** `12.5 0 Td <0041> Tj`, or without a step. */
  private readText(line: string): void {
    const step = line.startsWith('<') ? -1 : line.indexOf(' Td <');
    if (step === -1) return this.showText(0, 0);
    const space = line.indexOf(' ');
    this.showText(Number(line.slice(0, space)), Number(line.slice(space + 1, step)));
  }

  private operate(operator: string, words: readonly string[]): void {
    if (PAINTS.has(operator)) this.draw();
    else if (POINTS.has(operator)) this.addPoints(words.map(Number));
    else this.operations[operator]?.(words.map(Number));
  }

  private readonly operations: Readonly<Record<string, (numbers: readonly number[]) => void>> = {
    q: () => this.saved.push(this.matrix),
    Q: () => (this.matrix = this.saved.pop() ?? IDENTITY),
    cm: (numbers) => (this.matrix = combined(matrixOf(numbers), this.matrix)),
    Tm: (numbers) => ([, , , , this.x, this.y] = this.text = matrixOf(numbers)),
    Tf: ([, size = 0]) => (this.size = size),
    re: ([x = 0, y = 0, width = 0, height = 0]) => this.addPoints([x, y, x + width, y + height]),
    n: () => this.path.clear(),
  };

  private addPoints(numbers: readonly number[]): void {
    for (let index = 0; index + 1 < numbers.length; index += 2)
      this.path.addPoint(this.matrix, numbers[index] ?? 0, numbers[index + 1] ?? 0);
  }

  /** Draws a glyph a step further. */
  private showText(x: number, y: number): void {
    const [a, b, c, d] = this.text;
    this.x += a * x + c * y;
    this.y += b * x + d * y;
    if (this.area === undefined) return;
    const [low, high] = [DESCENT * this.size, ASCENT * this.size];
    this.area.text = true;
    this.area.addPoint(this.matrix, this.x + c * low, this.y + d * low);
    this.area.addPoint(this.matrix, this.x + a * this.size + c * high, this.y + b * this.size + d * high);
  }

  private draw(): void {
    if (this.area === undefined) this.path.clear();
    else this.area.take(this.path);
  }
}

/** The smallest rectangle around some; undefined where there is none. */
export function around(boxes: readonly (Box | undefined)[]): Box | undefined {
  return boxes.reduce(bothIn, undefined);
}

function bothIn(one: Box | undefined, other: Box | undefined): Box | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return [
    Math.min(one[0], other[0]),
    Math.min(one[1], other[1]),
    Math.max(one[2], other[2]),
    Math.max(one[3], other[3]),
  ];
}
