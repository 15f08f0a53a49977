import {
  EVENT_ID,
  getScalarValue,
  parseEvents,
  SCALAR_STYLE,
  YAMLException,
  type Event,
  type ScalarEvent,
} from 'js-yaml';
import { error, type Diagnostic } from './diagnostic.ts';
import type { Place } from './place.ts';
import type { SourceFile } from './source-file.ts';
import { explainYamlError } from './yaml-messages.ts';

/** A scalar of the file. Its text is kept as written: `0.10` stays `0.10`, and no date or boolean is guessed. */
export interface YamlScalar {
  readonly kind: 'scalar';
  readonly text: string;
  readonly start: number;
  /** Where the value is written, with its quotes or block sign; an empty one is written nowhere. */
  readonly span?: readonly [from: number, to: number];
}

/** A list of the file. */
export interface YamlSequence {
  readonly kind: 'sequence';
  readonly items: readonly YamlNode[];
  readonly start: number;
}

/** A mapping of the file, its keys in the order of the file. */
export interface YamlMapping {
  readonly kind: 'mapping';
  readonly entries: ReadonlyMap<string, YamlEntry>;
  readonly start: number;
}

/** A key with its value; `keyStart` is the offset of the key. */
export interface YamlEntry {
  readonly key: string;
  readonly keyStart: number;
  readonly value: YamlNode;
}

export type YamlNode = YamlScalar | YamlSequence | YamlMapping;

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
} {
  let events: readonly Event[];
  try {
    events = parseEvents(source.text, { maxDepth: MAX_DEPTH });
  } catch (cause) {
    if (!(cause instanceof YAMLException)) throw cause;
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
  return { document: { source, root: builder.root }, diagnostics: builder.diagnostics };
}

/** The plain value of a node: strings, arrays, and objects without prototype. */
export function plainValue(node: YamlNode): unknown {
  if (node.kind === 'scalar') return node.text;
  if (node.kind === 'sequence') return node.items.map(plainValue);
  const object = Object.create(null) as Record<string, unknown>;
  for (const entry of node.entries.values()) object[entry.key] = plainValue(entry.value);
  return object;
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
 * Where a stretch of a text stands in the file. The text may be folded or quoted there, so its place is found by
 * looking for the words before it on the same line.
 */
export function placeInText(document: YamlDocument, path: YamlPath, text: string, offset: number): Place {
  const node = nodeAt(document.root, path);
  const from = Math.max(node?.start ?? 0, 0);
  const before = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset).slice(-20);
  const following = /^\S{0,8}/u.exec(text.slice(offset))?.[0] ?? '';
  const found = document.source.text.indexOf(before + following, from);
  return document.source.placeAt(found < 0 ? from : found + before.length);
}

function nodeAt(root: YamlNode, path: YamlPath): YamlNode | undefined {
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

interface OpenMapping {
  readonly kind: 'mapping';
  readonly entries: Map<string, YamlEntry>;
  readonly start: number;
  pendingKey?: YamlScalar | undefined;
}

interface OpenSequence {
  readonly kind: 'sequence';
  readonly items: YamlNode[];
  readonly start: number;
}

/** The block sign (`|-`, `>`) stands at the end of the line before the text. */
function blockSign(text: string, start: number): number {
  const line = text.lastIndexOf('\n', start - 2) + 1;
  const sign = /[|>][-+\d]{0,2}[ \t]*(#.*)?\r?$/.exec(text.slice(line, start - 1));
  return sign === null ? start : line + sign.index;
}

function trailingSpace(text: string, { valueStart, valueEnd }: ScalarEvent): number {
  const value = text.slice(valueStart, valueEnd);
  return value.length - value.trimEnd().length;
}

/** Folds the parser's flat events into a tree, noting what the accepted subset leaves out. */
class TreeBuilder {
  readonly diagnostics: Diagnostic[] = [];
  readonly source: SourceFile;
  root: YamlNode | undefined;
  documents = 0;
  private readonly open: (OpenMapping | OpenSequence)[] = [];

  constructor(source: SourceFile) {
    this.source = source;
  }

  take(event: Event): void {
    switch (event.type) {
      case EVENT_ID.DOCUMENT:
        this.documents += 1;
        return;
      case EVENT_ID.POP:
        this.close();
        return;
      case EVENT_ID.ALIAS:
        this.refuse(event.anchorStart - 1, '不支持引用（*）；请直接写出内容');
        this.place({ kind: 'scalar', text: '', start: event.anchorStart - 1 });
        return;
      case EVENT_ID.SCALAR:
        this.refuseAnchorAndTag(event);
        this.place(this.scalar(event));
        return;
      case EVENT_ID.SEQUENCE:
        this.refuseAnchorAndTag(event);
        this.open.push({ kind: 'sequence', items: [], start: event.start });
        return;
      case EVENT_ID.MAPPING:
        this.refuseAnchorAndTag(event);
        this.open.push({ kind: 'mapping', entries: new Map(), start: event.start });
        return;
    }
  }

  report(rule: string, message: string, offset: number): void {
    this.diagnostics.push(error(rule, message, this.source.placeAt(offset)));
  }

  private refuse(offset: number, message: string): void {
    this.report('yaml-syntax', message, offset);
  }

  private refuseAnchorAndTag(event: { anchorStart: number; tagStart: number }): void {
    if (event.anchorStart >= 0) this.refuse(event.anchorStart - 1, '不支持锚点（&）；请直接写出内容');
    if (event.tagStart >= 0) this.refuse(event.tagStart, '不支持类型标记（!）；请直接写出内容');
  }

  private scalar(event: ScalarEvent): YamlScalar {
    const quoted = event.style === SCALAR_STYLE.SINGLE_QUOTED || event.style === SCALAR_STYLE.DOUBLE_QUOTED;
    const text = getScalarValue(this.source.text, event);
    if (event.valueStart < 0) return { kind: 'scalar', text, start: -1 };
    const start = event.valueStart - (quoted ? 1 : 0);
    const block = event.style === SCALAR_STYLE.LITERAL_BLOCK || event.style === SCALAR_STYLE.FOLDED_BLOCK;
    const end = block
      ? event.valueEnd - trailingSpace(this.source.text, event)
      : event.valueEnd + (quoted ? 1 : 0);
    return { kind: 'scalar', text, start, span: [block ? blockSign(this.source.text, start) : start, end] };
  }

  private close(): void {
    const closed = this.open.pop();
    // The document's own end has nothing open.
    if (closed !== undefined) this.place(closed);
  }

  private place(node: YamlNode): void {
    const parent = this.open.at(-1);
    if (parent === undefined) {
      if (this.documents <= 1) this.root = node;
    } else if (parent.kind === 'sequence') parent.items.push(node);
    else this.placeInMapping(parent, node);
  }

  private placeInMapping(parent: OpenMapping, node: YamlNode): void {
    const key = parent.pendingKey;
    if (key === undefined) {
      if (node.kind !== 'scalar') this.refuse(Math.max(node.start, 0), '键应是一段文字，不能是列表或映射');
      parent.pendingKey = node.kind === 'scalar' ? node : { kind: 'scalar', text: '', start: node.start };
      return;
    }
    parent.pendingKey = undefined;
    const earlier = parent.entries.get(key.text);
    if (earlier === undefined) {
      parent.entries.set(key.text, { key: key.text, keyStart: key.start, value: node });
      return;
    }
    this.diagnostics.push(
      error('duplicate-key', `“${key.text}”写了两次；请只保留一处`, this.source.placeAt(key.start), [
        { message: `“${key.text}”第一次写在这里`, place: this.source.placeAt(earlier.keyStart) },
      ]),
    );
  }
}
