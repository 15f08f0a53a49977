import { comparePlaces, type Place } from './place.ts';
import type { PlacedScalar, YamlDocument, YamlMapping, YamlNode, YamlPath } from './yaml.ts';

/**
 * An anchor names a spot of a file by its keys, so that it still fits after lines have moved: `批复数.支出.项目支出`,
 * `指标.满意度指标.二级.1`. An item of a list is named by its position, counted from 1, or by its first value.
 */
export type Anchor = string;

/** The deepest value that begins at or before a place: what the place is about. */
export function pathAtPlace(document: YamlDocument, place: Place): YamlPath {
  const path: PropertyKey[] = [];
  let node: YamlNode | undefined = document.root;
  while (node !== undefined) {
    const inside: Child | undefined = childrenOf(node).findLast(
      ({ start }) => comparePlaces(document.source.placeAt(start), place) <= 0,
    );
    if (inside !== undefined) path.push(inside.step);
    node = inside?.node;
  }
  return path;
}

/** The path that an anchor names; undefined where the file has nothing of that name. */
export function pathOfAnchor(document: YamlDocument, anchor: Anchor): YamlPath | undefined {
  return resolve(document.root, anchor);
}

/** The anchor of a path, with the items of lists by their names where these are unique. */
export function anchorOf(document: YamlDocument, path: YamlPath): Anchor {
  const words: string[] = [];
  let node: YamlNode | undefined = document.root;
  for (const step of path) {
    const children: readonly Child[] = node === undefined ? [] : childrenOf(node);
    const child = children.find((candidate) => candidate.step === step);
    if (child === undefined) break;
    words.push(wordFor(child, countsOf(children)));
    node = child.node;
  }
  return words.join('.');
}

/** A text of a file, the way to it, and its anchor. */
export interface NamedScalar extends PlacedScalar {
  readonly anchor: Anchor;
}

/** All texts of a file with their anchors, keys left out, in the order of the file. */
export function namedScalars({ root }: YamlDocument): readonly NamedScalar[] {
  return scalarsUnder(root, [], []);
}

function scalarsUnder(node: YamlNode, path: YamlPath, words: readonly string[]): readonly NamedScalar[] {
  if (node.kind === 'scalar') return [{ path, scalar: node, anchor: words.join('.') }];
  const children = childrenOf(node);
  const counts = countsOf(children);
  return children.flatMap((child) =>
    scalarsUnder(child.node, [...path, child.step], [...words, wordFor(child, counts)]),
  );
}

/** Whether a path lies at or below another one. */
export function isWithin(path: YamlPath, outer: YamlPath): boolean {
  return outer.every((step, index) => path[index] === step);
}

interface Child {
  readonly step: PropertyKey;
  readonly node: YamlNode;
  /** Offset of the key or, in a list, of the item. */
  readonly start: number;
  /** What an anchor may call it, the preferred name first. */
  readonly names: readonly string[];
}

function childrenOf(node: YamlNode): readonly Child[] {
  if (node.kind === 'scalar') return [];
  if (node.kind === 'mapping') {
    return [...node.entries.values()].map(({ key, keyStart, value }) => ({
      step: key,
      node: value,
      start: keyStart,
      names: [key],
    }));
  }
  return node.items.map((item, index) => {
    const name = nameOfItem(item);
    const position = String(index + 1);
    return {
      step: index,
      node: item,
      start: item.start,
      names: name === undefined ? [position] : [name, position],
    };
  });
}

/** A list item is known by its own text or by the first value in it. */
function nameOfItem(item: YamlNode): string | undefined {
  const first = item.kind === 'mapping' ? firstValue(item) : item;
  return first?.kind === 'scalar' && first.text !== '' && !first.text.includes('\n') ? first.text : undefined;
}

function firstValue(mapping: YamlMapping): YamlNode | undefined {
  return mapping.entries.values().next().value?.value;
}

/** Of how many children each name may be the name. */
function countsOf(children: readonly Child[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const name of children.flatMap(({ names }) => [...new Set(names)]))
    counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

/** The preferred name that no other child has. */
function wordFor({ names }: Child, counts: ReadonlyMap<string, number>): string {
  return names.find((name) => counts.get(name) === 1) ?? names.at(-1) ?? '';
}

/** Keys may themselves hold dots, as the names of figures do: the longest fitting key is tried first. */
function resolve(node: YamlNode, anchor: Anchor): YamlPath | undefined {
  if (anchor === '') return [];
  const fitting = childrenOf(node)
    .flatMap((child) => child.names.map((name) => ({ child, name })))
    .filter(({ name }) => anchor === name || anchor.startsWith(`${name}.`))
    .sort((a, b) => b.name.length - a.name.length);
  for (const { child, name } of fitting) {
    const rest = resolve(child.node, anchor.slice(name.length + 1));
    if (rest !== undefined) return [child.step, ...rest];
  }
  return undefined;
}
