import type { ElementContent } from 'hast';
import { toString } from 'hast-util-to-string';
import type { Booklet } from '../../../src/compile/booklet.ts';

/** What a reader copies out of a booklet: its parts, a block a line, tables and forms cell by cell. */
export function printedText(booklet: Booklet): string {
  const { parts } = booklet.render();
  return parts
    .flatMap(({ title, content }) => [title, ...content.map((node) => cellByCell(node).trim())])
    .join('\n');
}

/** The text of a block, with the cells of tables apart. */
function cellByCell(node: ElementContent): string {
  if (node.type !== 'element') return toString(node);
  const text = node.children.map(cellByCell).join('');
  return /^(?:td|th|tr|caption|p|li)$/u.test(node.tagName) ? `${text}\n` : text;
}

/** The sentences of a booklet, without its tables and forms. */
export function sentences(booklet: Booklet): readonly string[] {
  const { parts } = booklet.render();
  return parts.flatMap(({ content }) =>
    content.flatMap((node) => (isTable(node) ? [] : [toString(node).replaceAll(/\s+/gu, '')])),
  );
}

function isTable(node: ElementContent): boolean {
  if (node.type !== 'element') return false;
  return node.properties['dataTable'] !== undefined || node.properties['dataForm'] !== undefined;
}
