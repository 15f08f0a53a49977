import type { YamlMapping, YamlNode, YamlPath, YamlScalar, YamlSequence } from '../yaml.ts';
import { skipTrivia } from './lines.ts';

/** Where a node stands in the text. */
export interface Placed {
  readonly node: YamlNode;
  /** The first character; an empty value stands right behind its colon or dash. */
  readonly from: number;
  /** Behind the last character. */
  readonly to: number;
  /** The same, with the blank lines that a block text with `+` keeps. */
  readonly tail: number;
  /** Whether it is a collection in braces or brackets. */
  readonly bracketed: boolean;
  readonly children: readonly PlacedChild[];
}

/** An entry of a mapping or an item of a list. */
export interface PlacedChild {
  /** Undefined for an item. */
  readonly key: string | undefined;
  /** Its key or dash; an item in brackets begins with itself. */
  readonly mark: number;
  readonly markEnd: number;
  /** Behind its colon or dash; where there is none, as in `[a]` and `{a}`, the same as `markEnd`. */
  readonly after: number;
  readonly value: Placed;
}

/** Finds the place of every part of a parsed text. */
export function placeNodes(text: string, root: YamlNode): Placed {
  return place(text, root, Math.max(root.start, 0));
}

/** What stands at a path that there is. */
export function placedAt(root: Placed, path: YamlPath): Placed {
  let placed: Placed | undefined = root;
  for (const step of path) placed = placed === undefined ? undefined : childAt(placed, step)?.value;
  if (placed === undefined) throw new Error(`nothing at ${path.join('.')}`);
  return placed;
}

/** Whether entries and items below a path stand in braces or brackets. */
export function isInFlow(root: Placed, path: YamlPath): boolean {
  let placed: Placed | undefined = root;
  for (const step of path) {
    if (placed?.bracketed === true) return true;
    placed = placed === undefined ? undefined : childAt(placed, step)?.value;
  }
  return false;
}

/** The entry or item of one step. */
export function childAt(placed: Placed, step: PropertyKey): PlacedChild | undefined {
  return placed.node.kind === 'mapping'
    ? placed.children.find(({ key }) => key === String(step))
    : placed.children[Number(step)];
}

function place(text: string, node: YamlNode, after: number): Placed {
  if (node.kind === 'scalar') return placeScalar(text, node, after);
  const open = text.charAt(node.start);
  const bracketed = node.kind === 'mapping' ? open === '{' : open === '[';
  const children = node.kind === 'mapping' ? placeEntries(text, node) : placeItems(text, node, bracketed);
  const last = children.at(-1)?.value;
  const end = last?.to ?? node.start + 1;
  if (!bracketed) return { node, from: node.start, to: end, tail: last?.tail ?? end, bracketed, children };
  const to = skipTrivia(text, end, true) + 1;
  return { node, from: node.start, to, tail: to, bracketed, children };
}

function placeScalar(text: string, node: YamlScalar, after: number): Placed {
  const [from, to] = node.span ?? [after, after];
  const kept = /^[|>](?:\+\d?|\d\+)/.test(text.slice(from, from + 3));
  const blank = kept ? (/^(?:[ \t]*(?:\r\n|\n|\r))*/.exec(text.slice(to))?.[0].length ?? 0) : 0;
  return { node, from, to, tail: to + blank, bracketed: false, children: [] };
}

function placeEntries(text: string, { entries }: YamlMapping): readonly PlacedChild[] {
  return [...entries.values()].map(({ key, keyStart, keyEnd, value }) => {
    const colon = skipTrivia(text, keyEnd);
    const after = text.startsWith(':', colon) ? colon + 1 : keyEnd;
    return { key, mark: keyStart, markEnd: keyEnd, after, value: place(text, value, after) };
  });
}

function placeItems(
  text: string,
  { start, items }: YamlSequence,
  bracketed: boolean,
): readonly PlacedChild[] {
  let at = bracketed ? start + 1 : start;
  return items.map((item) => {
    const mark = skipTrivia(text, at, bracketed);
    const after = bracketed ? mark : mark + 1;
    const value = place(text, item, after);
    at = value.tail;
    return { key: undefined, mark, markEnd: after, after, value };
  });
}
