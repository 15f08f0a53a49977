import type { YamlDocument, YamlEntry, YamlNode, YamlScalar } from '../../source/yaml.ts';

/** A stretch of a file's text with what is to stand in its place. */
export interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** The text with all edits made, which must not overlap: whatever they do not touch stays byte for byte. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const pieces: string[] = [];
  let end = 0;
  for (const edit of edits.toSorted((a, b) => a.from - b.from)) {
    pieces.push(text.slice(end, edit.from), edit.text);
    end = edit.to;
  }
  return [...pieces, text.slice(end)].join('');
}

/** Writes something in the place of a value; an empty value has no place and stays empty. */
export function replaceScalar({ span }: YamlScalar, text: string): readonly Edit[] {
  return span === undefined ? [] : [{ from: span[0], to: span[1], text }];
}

/** The top-level entries of a file, in their order. */
export function sectionsOf({ root }: YamlDocument): readonly YamlEntry[] {
  return root.kind === 'mapping' ? [...root.entries.values()] : [];
}

/** A value of the file with the last key that leads to it. */
export interface Leaf {
  /** All keys on the way, without positions in lists. */
  readonly keys: readonly string[];
  readonly scalar: YamlScalar;
}

/** Every value of a node, in the order of the file. */
export function leavesOf(node: YamlNode, keys: readonly string[] = []): readonly Leaf[] {
  if (node.kind === 'scalar') return [{ keys, scalar: node }];
  if (node.kind === 'sequence') return node.items.flatMap((item) => leavesOf(item, keys));
  return [...node.entries.values()].flatMap(({ key, value }) => leavesOf(value, [...keys, key]));
}

/** Takes a section out, together with the comments right above it. */
export function removeSection(document: YamlDocument, name: string): readonly Edit[] {
  const range = rangeOfSection(document, name);
  return range === undefined ? [] : [{ ...range, text: '' }];
}

/** From the comments right above a section's key to where the next section begins. */
export function rangeOfSection(document: YamlDocument, name: string): Pick<Edit, 'from' | 'to'> | undefined {
  const sections = sectionsOf(document);
  const at = sections.findIndex(({ key }) => key === name);
  const section = sections[at];
  if (section === undefined) return undefined;
  const { text } = document.source;
  const next = sections[at + 1];
  return { from: beginOf(section, text), to: next === undefined ? text.length : beginOf(next, text) };
}

/** Where a section begins: at the first of the comment lines that stand directly above its key. */
function beginOf({ keyStart }: YamlEntry, text: string): number {
  let begin = text.lastIndexOf('\n', keyStart - 1) + 1;
  while (begin > 0) {
    const above = text.lastIndexOf('\n', begin - 2) + 1;
    if (!text.startsWith('#', above) || isModeline(text, above)) break;
    begin = above;
  }
  return begin;
}

/** The first line tells editors which schema the file has. */
function isModeline(text: string, at: number): boolean {
  return text.startsWith('# yaml-language-server:', at);
}
