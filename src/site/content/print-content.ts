import type { Element, ElementContent, Root, Text } from 'hast';
import { visit } from 'unist-util-visit';
import { keepUnits } from './whole-amounts.ts';
import { breakHeads } from './word-breaks.ts';

/** What clerks type for signs that their keyboards have not. */
const COMPARISONS: Readonly<Record<string, string>> = { '>=': '≥', '<=': '≤' };

/**
 * A part as it is printed: heads of tables and forms may break between words. Changes nothing in the nodes that it is given.
 *
 * @param signs whether comparisons that were typed in two characters are printed in one
 */
export function printContent(content: readonly ElementContent[], signs: boolean): readonly ElementContent[] {
  const root: Root = { type: 'root', children: structuredClone([...content]) };
  visit(root, (node) => {
    if (node.type === 'element' && holdsHeads(node)) breakHeads(node);
    if (node.type === 'text' && signs) node.value = inPrint(node);
  });
  return keepUnits(root.children as ElementContent[]);
}

/** A form has its heads among its rows. */
function holdsHeads({ tagName, properties }: Element): boolean {
  return tagName === 'thead' || properties['dataForm'] !== undefined;
}

function inPrint({ value }: Text): string {
  return value.replaceAll(/[<>]=/gu, (typed) => COMPARISONS[typed] ?? typed);
}
