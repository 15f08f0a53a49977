import type { Booklet } from '../../compile/compile-site.ts';
import { publishedFigures } from '../../compile/published-figures.ts';
import { figureRecord } from './figure-record.ts';

/** figures.json: every figure of a booklet with its origin, one a line, so that two versions can be compared. */
export function figuresFile(booklet: Booklet): string {
  const { unit, year } = booklet;
  const records = [...publishedFigures(booklet).values()].map((figure) =>
    JSON.stringify(figureRecord(figure, booklet)),
  );
  const head = { unit: unit.name, year, title: booklet.render().title };
  const lines = Object.entries(head).map(
    ([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)},\n`,
  );
  return `{\n${lines.join('')}  "figures": [\n    ${records.join(',\n    ')}\n  ]\n}\n`;
}
