import { parseEvents, YAMLException, type Event } from 'js-yaml';
import { error, type Diagnostic } from './diagnostic.ts';
import type { Place } from './place.ts';
import { offsetsWritten } from './scalar-text.ts';
import type { SourceFile } from './source-file.ts';
import { hasUnfitCharacters } from './unfit-characters.ts';
import { explainYamlError, isAboutCharacters } from './yaml-messages.ts';
import { remembered } from './remembered.ts';
import type { YamlNode, YamlScalar } from './yaml-node.ts';
import { TreeBuilder } from './yaml-tree.ts';

export type { YamlEntry, YamlMapping, YamlNode, YamlScalar, YamlSequence } from './yaml-node.ts';

/** Steps from the root of a document: keys of mappings, indexes of sequences. */
export type YamlPath = readonly PropertyKey[];

/** One parsed file, ready to be validated and to say where each value stands. */
export interface YamlDocument {
  readonly source: SourceFile;
  readonly root: YamlNode;
}

/** Nesting that no content file needs; beyond it the parser stops. */
const MAX_DEPTH = 20;

/**
 * Parses one YAML file into nodes with positions. Accepted is the plain subset that a form needs: one document
 * of mappings, lists and text; anchors, aliases and tags are refused, since they hide where a value comes from.
 */
export function parseYaml(source: SourceFile): {
  document?: YamlDocument;
  diagnostics: readonly Diagnostic[];
  /** What is wrong with characters of the texts, which a program that edits the file leaves as they are. */
  characters?: readonly Diagnostic[];
} {
  let events: readonly Event[];
  try {
    events = parseEvents(source.text, { maxDepth: MAX_DEPTH });
  } catch (cause) {
    if (!(cause instanceof YAMLException)) throw cause;
    // The parser stops at a character that has been reported where the file was decoded.
    if (isAboutCharacters(cause.reason) && hasUnfitCharacters(source.text)) return { diagnostics: [] };
    const { message, offset } = explainYamlError(cause.reason, source.text, cause.mark?.position ?? 0);
    return { diagnostics: [error('yaml-syntax', message, source.placeAt(offset))] };
  }
  const builder = new TreeBuilder(source);
  for (const event of events) builder.take(event);
  if (builder.documents > 1) {
    builder.report('yaml-syntax', '一个文件只能有一份内容；请删去 --- 之后的部分', 0);
  }
  if (builder.root === undefined) {
    return {
      diagnostics: [error('empty-file', '文件是空的；请按编辑手册填写，或删除此文件', source.placeAt(0))],
    };
  }
  const { root, diagnostics, characters } = builder;
  return { document: { source, root }, diagnostics, characters };
}

/** Inherits nothing, `__proto__` included; what inherits from it is read as fast as any other object. */
const BARE = Object.create(null) as object;

/** The plain value of a node: strings, arrays, and objects that inherit nothing. */
export function plainValue(node: YamlNode): unknown {
  if (node.kind === 'scalar') return node.text;
  if (node.kind === 'sequence') return node.items.map(plainValue);
  const object = Object.create(BARE) as Record<string, unknown>;
  for (const entry of node.entries.values()) object[entry.key] = plainValue(entry.value);
  return object;
}

/** A text of a file and the way to it. */
export interface PlacedScalar {
  readonly path: YamlPath;
  readonly scalar: YamlScalar;
}

/** All texts at or below a node, keys left out, in the order of the file. */
export function scalarsBelow(node: YamlNode, path: YamlPath = []): readonly PlacedScalar[] {
  if (node.kind === 'scalar') return [{ path, scalar: node }];
  if (node.kind === 'sequence')
    return node.items.flatMap((item, index) => scalarsBelow(item, [...path, index]));
  return [...node.entries.values()].flatMap(({ key, value }) => scalarsBelow(value, [...path, key]));
}

/**
 * Where the value at a path stands; for a path that leads nowhere, where its nearest existing ancestor stands.
 * An empty value has no place of its own: its key is shown.
 */
export function placeOfValue(document: YamlDocument, path: YamlPath): Place {
  let node = document.root;
  let offset = node.start;
  for (const step of path) {
    const next = childOf(node, step);
    if (next === undefined) break;
    offset = next.node.start >= 0 ? next.node.start : next.keyStart;
    node = next.node;
  }
  return document.source.placeAt(offset);
}

/** Where the key of a mapping entry stands (for list items, the item). */
export function placeOfKey(document: YamlDocument, path: YamlPath): Place {
  const parent = nodeAt(document.root, path.slice(0, -1));
  const last = path.at(-1);
  const child = parent === undefined || last === undefined ? undefined : childOf(parent, last);
  return child === undefined ? placeOfValue(document, path) : document.source.placeAt(child.keyStart);
}

/**
 * Where a stretch of a text stands in the file. The text may be folded, quoted or trimmed there, so its place is found
 * by counting the characters before it that are no blanks.
 */
export function placeInText(document: YamlDocument, path: YamlPath, text: string, offset: number): Place {
  const node = nodeAt(document.root, path);
  if (node?.kind !== 'scalar' || node.span === undefined) return placeOfValue(document, path);
  const before = countsBefore(document, text)[offset] ?? 0;
  return document.source.placeAt(node.start + (offsetsOf(document, node, node.span)[before] ?? 0));
}

const knownCounts = remembered((_: YamlDocument) => new Map<string, readonly number[]>());

/** For each offset of a text, how many characters stand before it that are no blanks. */
function countsBefore(document: YamlDocument, text: string): readonly number[] {
  const known = knownCounts(document);
  const counts = known.get(text) ?? countCharacters(text);
  known.set(text, counts);
  return counts;
}

function countCharacters(text: string): readonly number[] {
  const counts: number[] = [];
  let count = 0;
  for (const character of text) {
    counts.push(...Array.from({ length: character.length }, () => count));
    if (!/\s/u.test(character)) count += 1;
  }
  return [...counts, count];
}

/** Where the characters of scalars stand: many may be found in one long text. */
const knownOffsets = remembered((_: YamlDocument) => new Map<YamlScalar, readonly number[]>());

function offsetsOf(
  document: YamlDocument,
  scalar: YamlScalar,
  [from, to]: readonly [number, number],
): readonly number[] {
  const known = knownOffsets(document);
  // The sign of a block stands before its text.
  const offsets =
    known.get(scalar) ?? offsetsWritten(document.source.text.slice(scalar.start, to), from === scalar.start);
  known.set(scalar, offsets);
  return offsets;
}

/** Where the text of a value ends; undefined for lists, mappings and values without a text. */
export function valueEnd(document: YamlDocument, path: YamlPath): number | undefined {
  const node = nodeAt(document.root, path);
  return node?.kind === 'scalar' ? node.span?.[1] : undefined;
}

/** The text of the value at a path, as it stands in the file; undefined for lists and mappings, and where there is none. */
export function textAt(document: YamlDocument, path: YamlPath): string | undefined {
  const node = nodeAt(document.root, path);
  return node?.kind === 'scalar' ? node.text : undefined;
}

/** What stands at a path; undefined where there is nothing. */
export function nodeAt(root: YamlNode, path: YamlPath): YamlNode | undefined {
  let node: YamlNode | undefined = root;
  for (const step of path) node = node === undefined ? undefined : childOf(node, step)?.node;
  return node;
}

function childOf(node: YamlNode, step: PropertyKey): { node: YamlNode; keyStart: number } | undefined {
  if (node.kind === 'mapping') {
    const entry = node.entries.get(String(step));
    return entry && { node: entry.value, keyStart: entry.keyStart };
  }
  const item = node.kind === 'sequence' ? node.items[Number(step)] : undefined;
  return item && { node: item, keyStart: item.start };
}
