import type { YamlDocument, YamlNode } from './yaml.ts';

/** A comment of a file, from its sign to the end of its line. */
export interface Comment {
  readonly text: string;
  /** Where its sign stands in the file. */
  readonly from: number;
}

type Span = readonly [from: number, to: number];

const SIGN = /(?<=^|[\s,[\]{}])#[^\r\n]*/gu;

/** The comments of a file: what no key and no value holds, though it is published with the file. */
export function commentsOf({ root, source }: YamlDocument): readonly Comment[] {
  if (!source.text.includes('#')) return [];
  const spans = [...spansIn(root)];
  return [...source.text.matchAll(SIGN)]
    .map(({ 0: text, index }): Comment => ({ text, from: index }))
    .filter(({ from }) => !spans.some(([start, end]) => start <= from && from < end));
}

/** Where keys and values are written. */
function* spansIn(node: YamlNode): Generator<Span> {
  if (node.kind === 'scalar') {
    if (node.span !== undefined) yield node.span;
  } else if (node.kind === 'sequence') for (const item of node.items) yield* spansIn(item);
  else
    for (const { keyStart, keyEnd, value } of node.entries.values()) {
      yield [keyStart, keyEnd];
      yield* spansIn(value);
    }
}
