import { opensMark, taggedContent } from './marked-lines.ts';
import { combined, IDENTITY, matrixOf, moved, type Matrix } from './matrix.ts';

/** A rectangle on a page: left, bottom, right, top, in points from the page's lower left corner. */
export type Box = readonly [number, number, number, number];

/** What is drawn of one tag in one go. */
export interface Drawn {
  /** Whether it holds letters, and not rules and shades alone. */
  readonly text: boolean;
  /** Around all that is drawn; undefined where nothing is. Letters are taken for squares of their size. */
  readonly box: Box | undefined;
}

const GLYPHS = /^(?:(?<x>\S+) (?<y>\S+) Td )?<[0-9A-F]+> Tj$/u;

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

/** Follows a page's drawing, line by line, as far as it takes to know where things are. */
class Reader {
  readonly drawn = new Map<number, Drawn>();
  private readonly open: (number | undefined)[] = [];
  private readonly saved: Matrix[] = [];
  private matrix = IDENTITY;
  private text = IDENTITY;
  private size = 0;
  /** Around the path that is being made. */
  private path: Box | undefined;

  read(line: string): void {
    if (opensMark(line)) return void this.open.push(taggedContent(line) ?? this.open.at(-1));
    if (line === 'EMC') return void this.open.pop();
    // What belongs to no content, such as rules and lines of dots, is nobody's box.
    if (this.open.at(-1) === undefined && (line === 'f' || line.endsWith(' re'))) return;
    if (line.endsWith(' Tj')) return this.readText(line);
    const words = line.split(' ');
    this.operate(words.pop() ?? '', words);
  }

  private readText(line: string): void {
    const glyphs = GLYPHS.exec(line)?.groups;
    if (glyphs !== undefined) this.showText(Number(glyphs['x'] ?? 0), Number(glyphs['y'] ?? 0));
  }

  private operate(operator: string, words: readonly string[]): void {
    if (PAINTS.has(operator)) this.draw(false);
    else if (POINTS.has(operator)) this.addPoints(words.map(Number));
    else this.operations[operator]?.(words.map(Number));
  }

  private readonly operations: Readonly<Record<string, (numbers: readonly number[]) => void>> = {
    q: () => this.saved.push(this.matrix),
    Q: () => (this.matrix = this.saved.pop() ?? IDENTITY),
    cm: (numbers) => (this.matrix = combined(matrixOf(numbers), this.matrix)),
    Tm: (numbers) => (this.text = matrixOf(numbers)),
    Tf: ([, size = 0]) => (this.size = size),
    re: ([x = 0, y = 0, width = 0, height = 0]) => this.addPoints([x, y, x + width, y + height]),
    n: () => (this.path = undefined),
  };

  private addPoints(numbers: readonly number[]): void {
    for (let index = 0; index + 1 < numbers.length; index += 2) {
      const [x, y] = moved(this.matrix, numbers[index] ?? 0, numbers[index + 1] ?? 0);
      this.path = bothIn(this.path, [x, y, x, y]);
    }
  }

  private showText(x: number, y: number): void {
    this.text = combined([1, 0, 0, 1, x, y], this.text);
    const matrix = combined(this.text, this.matrix);
    const [left, bottom] = moved(matrix, 0, DESCENT * this.size);
    const [right, top] = moved(matrix, this.size, ASCENT * this.size);
    this.path = bothIn([left, bottom, left, bottom], [right, top, right, top]);
    this.draw(true);
  }

  private draw(text: boolean): void {
    const content = this.open.at(-1);
    if (content !== undefined) {
      const before = this.drawn.get(content);
      const box = bothIn(before?.box, this.path);
      this.drawn.set(content, { text: text || before?.text === true, box });
    }
    this.path = undefined;
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
