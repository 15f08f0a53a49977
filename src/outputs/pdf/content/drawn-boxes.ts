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
  private path: (readonly [number, number])[] = [];

  read(line: string): void {
    if (opensMark(line)) return void this.open.push(taggedContent(line) ?? this.open.at(-1));
    if (line === 'EMC') return void this.open.pop();
    const glyphs = GLYPHS.exec(line)?.groups;
    if (glyphs !== undefined) return this.showText(Number(glyphs['x'] ?? 0), Number(glyphs['y'] ?? 0));
    const words = line.split(' ');
    this.operate(words.at(-1) ?? '', words.slice(0, -1).map(Number));
  }

  private operate(operator: string, numbers: readonly number[]): void {
    if (/^[mlcvy]$/u.test(operator)) this.addPoints(numbers);
    else if (/^(?:f\*?|F|S|s|B\*?|b\*?)$/u.test(operator)) this.draw(false);
    else this.operations[operator]?.(numbers);
  }

  private readonly operations: Readonly<Record<string, (numbers: readonly number[]) => void>> = {
    q: () => this.saved.push(this.matrix),
    Q: () => (this.matrix = this.saved.pop() ?? IDENTITY),
    cm: (numbers) => (this.matrix = combined(matrixOf(numbers), this.matrix)),
    Tm: (numbers) => (this.text = matrixOf(numbers)),
    Tf: ([, size = 0]) => (this.size = size),
    re: ([x = 0, y = 0, width = 0, height = 0]) => this.addPoints([x, y, x + width, y + height]),
    n: () => (this.path = []),
  };

  private addPoints(numbers: readonly number[]): void {
    for (let index = 0; index + 1 < numbers.length; index += 2) {
      this.path.push(moved(this.matrix, numbers[index] ?? 0, numbers[index + 1] ?? 0));
    }
  }

  private showText(x: number, y: number): void {
    this.text = combined([1, 0, 0, 1, x, y], this.text);
    const matrix = combined(this.text, this.matrix);
    this.path = [moved(matrix, 0, DESCENT * this.size), moved(matrix, this.size, ASCENT * this.size)];
    this.draw(true);
  }

  private draw(text: boolean): void {
    const content = this.open.at(-1);
    if (content !== undefined) {
      const before = this.drawn.get(content);
      const box = around([before?.box, boxOf(this.path)]);
      this.drawn.set(content, { text: text || before?.text === true, box });
    }
    this.path = [];
  }
}

/** The smallest rectangle around some; undefined where there is none. */
export function around(boxes: readonly (Box | undefined)[]): Box | undefined {
  return boxOf(
    boxes.flatMap((box) => (box === undefined ? [] : [[box[0], box[1]] as const, [box[2], box[3]] as const])),
  );
}

function boxOf(points: readonly (readonly [number, number])[]): Box | undefined {
  if (points.length === 0) return undefined;
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}
