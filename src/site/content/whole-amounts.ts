import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';

/** Units and signs that belong to the number before them. */
const UNIT = /^(?:[%.、]|万?元|年度?|月|日|平方米|人次|批次|[人个项次批辆台套件户家条分组])/;

/**
 * Splits what follows a number into its unit, which must not be left alone on the next line, and the rest.
 *
 * @returns the unit, empty if there is none, and what comes after it
 */
export function splitUnit(text: string): readonly [unit: string, rest: string] {
  const unit = UNIT.exec(text)?.[0] ?? '';
  return [unit, text.slice(unit.length)];
}

/**
 * Holds every number of a text and its unit together, so that no line ends between them; tables stay as they are.
 * Changes nothing in the nodes that it is given.
 */
export function keepUnits(nodes: readonly ElementContent[]): ElementContent[] {
  return wholeAmounts(
    nodes.map((node) =>
      node.type === 'element' && node.tagName !== 'table'
        ? { ...node, children: keepUnits(node.children) }
        : node,
    ),
  );
}

function wholeAmounts(children: readonly ElementContent[]): ElementContent[] {
  const whole: ElementContent[] = [];
  for (const [index, child] of children.entries()) {
    const last = children[index - 1];
    if (child.type !== 'text' || last === undefined || !isNumber(last)) {
      whole.push(child);
      continue;
    }
    const [unit, rest] = splitUnit(child.value);
    if (unit === '') whole.push(child);
    else {
      whole.splice(-1, 1, h('span', { className: ['whole'] }, [last, { type: 'text', value: unit }]));
      if (rest !== '') whole.push({ type: 'text', value: rest });
    }
  }
  return whole;
}

/** A figure, with or without the link to its origin, or a literal number. */
function isNumber(node: ElementContent): node is Element {
  if (node.type !== 'element') return false;
  const { tagName, properties, children } = node;
  if (tagName === 'data' || properties['dataLiteral'] !== undefined) return true;
  return tagName === 'a' && children.length === 1 && children.some(isNumber);
}
