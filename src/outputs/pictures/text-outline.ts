import { readFile } from 'node:fs/promises';
import { fontFiles } from '../pdf/fonts.ts';
import type { Outline } from '../pdf/watermark.ts';
import { pathsOfSvg, startDrawing } from './svg-drawing.ts';

/** Points a sign; the outline is scaled to what it is drawn on. */
const SIZE = 100;

/**
 * The outline of a line of text in the PDF's heading font.
 *
 * @param text of signs that are as wide as high
 */
export async function textOutline(text: string): Promise<Outline> {
  await startDrawing();
  const letters = fontFiles.filter(({ family }) => family === 'Mingbai Hei');
  const fontBuffers = await Promise.all(letters.map(({ path }) => readFile(path)));
  const width = SIZE * Array.from(text).length;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${SIZE}"><text y="${0.88 * SIZE}" font-size="${SIZE}" font-weight="500" font-family="Noto Sans SC">${text}</text></svg>`;
  const paths = pathsOfSvg(svg, fontBuffers);
  return { width, height: SIZE, operators: paths.map(operatorsOf).join('\n') };
}

/** A path of SVG as PDF draws it: its ordinates point upwards, and it knows cubic curves alone. */
function operatorsOf(path: string): string {
  const operators: string[] = [];
  let [fromX, fromY] = [0, 0];
  for (const [, command = '', given = ''] of path.matchAll(/([MLQCZ])([^MLQCZ]*)/gu)) {
    const numbers = given
      .trim()
      .split(/[\s,]+/u)
      .map(Number);
    const points = numbers.map((number, index) => (index % 2 === 0 ? number : SIZE - number));
    const [x = 0, y = 0] = points.slice(-2);
    if (command === 'Z') operators.push('h');
    else if (command === 'Q') {
      const [atX = 0, atY = 0] = points;
      const towards = (end: number, control: number): number => end + (2 / 3) * (control - end);
      const curve = [towards(fromX, atX), towards(fromY, atY), towards(x, atX), towards(y, atY), x, y];
      operators.push(line(curve, 'c'));
    } else operators.push(line(points, { M: 'm', L: 'l', C: 'c' }[command] ?? ''));
    if (command !== 'Z') [fromX, fromY] = [x, y];
  }
  return operators.join('\n');
}

function line(numbers: readonly number[], operator: string): string {
  return [...numbers.map((number) => String(Math.round(number * 100) / 100)), operator].join(' ');
}
