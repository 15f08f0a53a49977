import type { Element, ElementContent } from 'hast';

/** A cell with the column where it begins, which cells above it may have moved. */
export interface PlacedCell {
  readonly cell: Element;
  readonly column: number;
  readonly columns: number;
}

/** The rows of an element, each cell with its column. */
export function placedRows(part: Element): readonly (readonly PlacedCell[])[] {
  /** Rows that a cell above still takes, by column. */
  const taken = new Map<number, number>();
  return elementsIn(part, 'tr').map((row) => {
    const placed: PlacedCell[] = [];
    const fresh: [column: number, rows: number][] = [];
    let column = 0;
    for (const cell of row.children.filter(isElement)) {
      while ((taken.get(column) ?? 0) > 0) column += 1;
      const columns = Number(cell.properties['colSpan'] ?? 1);
      placed.push({ cell, column, columns });
      const rows = Number(cell.properties['rowSpan'] ?? 1) - 1;
      for (const end = column + columns; column < end; column += 1) fresh.push([column, rows]);
    }
    for (const [at, rows] of taken) taken.set(at, Math.max(0, rows - 1));
    for (const [at, rows] of fresh) taken.set(at, rows);
    return placed;
  });
}

/** The elements of a name below an element, in order. */
export function elementsIn(element: Element, name: string): readonly Element[] {
  return element.children
    .filter(isElement)
    .flatMap((child) => [...(child.tagName === name ? [child] : []), ...elementsIn(child, name)]);
}

/** Whether an element has a class. */
export function hasClass({ properties: { className } }: Element, name: string): boolean {
  return Array.isArray(className) && className.includes(name);
}

function isElement(node: ElementContent): node is Element {
  return node.type === 'element';
}
