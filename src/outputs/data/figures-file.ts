import type { Booklet } from '../../compile/compile-site.ts';
import type { BookletDocument } from '../../document/booklet-document.ts';
import { figureRecord } from './figure-record.ts';
import { publishedFigures } from '../../document/published-figures.ts';

/** figures.json: every figure of a booklet with its origin, one a line, so that two versions can be compared. */
export function figuresFile(booklet: Booklet, document: BookletDocument): string {
  const { unit, year, figures } = booklet;
  const records = publishedFigures(figures, document).map((figure) =>
    JSON.stringify(figureRecord(figure, booklet)),
  );
  const head = { unit: unit.name, year, title: document.title };
  const lines = Object.entries(head).map(
    ([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)},\n`,
  );
  return `{\n${lines.join('')}  "figures": [\n    ${records.join(',\n    ')}\n  ]\n}\n`;
}
