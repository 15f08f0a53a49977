import { sourceFile } from '../source-file.ts';
import { parseYaml, type YamlPath } from '../yaml.ts';
import { takeAtOnce, type EditsAtOnce } from './at-once.ts';
import type { YamlEdit } from './edits.ts';
import { beginOf, insertApart, insertInFlow, insertLines, removeFromFlow, removeLines } from './entries.ts';
import { listAt, mappingAt, positionOf, valueAfter } from './expected.ts';
import { childAt, isInFlow, placedAt, placeNodes, type Placed } from './layout.ts';
import { applySplices, columnOf, lineStart, startsLine, type Splice } from './lines.ts';
import { renderEntry, renderFlow, renderFlowEntry, renderItem, renderKey } from './render.ts';
import { replaceValue, type Slot } from './replace.ts';
import { changesBetween } from './same-parts.ts';
import { codeQuoteOf, styleOf, type FileStyle } from './style.ts';
import { isMap, sameValue, valueAt, valueOf, type YamlValue } from './value.ts';

/**
 * The text of a YAML file with changes made one after the other: the only way in which this program changes a file that
 * somebody has written. Comments, order, quoting and line ends of all that is not changed stay byte for byte, and what
 * is written is read back and held against what was meant.
 *
 * @param text a file that the reader accepts, with or without byte-order mark
 */
export function editYaml(text: string, edits: readonly YamlEdit[]): string {
  const mark = text.startsWith('\uFEFF') ? '\uFEFF' : '';
  let file = openFile(text.slice(mark.length));
  const queue = [...edits];
  for (let edit = queue.shift(); edit !== undefined; edit = queue.shift()) {
    const parts = partsOf(edit, file.value);
    if (parts !== undefined) queue.unshift(...parts);
    else file = apply(file, takeAtOnce(edit, queue, file));
  }
  return mark + file.text;
}

/** A text as read. */
interface OpenFile {
  readonly text: string;
  readonly root: Placed;
  readonly value: YamlValue;
}

function openFile(text: string): OpenFile {
  const { document, diagnostics } = parseYaml(sourceFile('', text));
  if (document === undefined || diagnostics.length > 0) {
    throw new Error(`not a file to be edited: ${diagnostics.map(({ message }) => message).join(' ')}`);
  }
  return { text, root: placeNodes(text, document.root), value: valueOf(document.root) };
}

/** A change that consists of others; undefined for one that is made as it is. */
function partsOf(edit: YamlEdit, root: YamlValue): readonly YamlEdit[] | undefined {
  if (edit.do === 'set') {
    const before = valueAt(root, edit.at);
    if (before !== undefined) return changesBetween(before, edit.to, edit.at);
    return [{ do: 'insert', at: edit.at.slice(0, -1), key: String(edit.at.at(-1)), value: edit.to }];
  }
  if (edit.do === 'remove') {
    const parent = edit.at.slice(0, -1);
    const holder = valueAt(root, parent);
    if (isMap(holder) && holder.size === 1) return [{ do: 'replace', at: parent, to: new Map() }];
    if (Array.isArray(holder) && holder.length === 1) return [{ do: 'replace', at: parent, to: [] }];
  }
  if (edit.do === 'insert') {
    const mapping = mappingAt(root, edit.at);
    positionOf(mapping, edit);
    if (mapping.size === 0) return [{ do: 'replace', at: edit.at, to: new Map([[edit.key, edit.value]]) }];
  }
  if (edit.do === 'add' && listAt(root, edit.at).length === 0) {
    return [{ do: 'replace', at: edit.at, to: [edit.value] }];
  }
  return undefined;
}

function apply(file: OpenFile, edits: EditsAtOnce): OpenFile {
  const style = styleOf(file.text, file.root);
  const written = openFile(applySplices(file.text, splicesOf(file, edits, style)));
  const expected = edits.reduce<YamlValue>(valueAfter, file.value);
  if (!sameValue(written.value, expected)) {
    throw new Error(`what was written is read as something else: ${JSON.stringify(edits)}`);
  }
  return written;
}

function splicesOf(file: OpenFile, [edit, ...others]: EditsAtOnce, style: FileStyle): readonly Splice[] {
  const { text, root } = file;
  switch (edit.do) {
    case 'set':
    case 'replace':
      return [edit, ...others].flatMap((one) =>
        'to' in one ? replaceValue(text, slotOf(file, one), one.to, style) : [],
      );
    case 'insert':
      return insertEntries(file, edit, others, style);
    case 'add':
      return addItem(file, edit, style);
    case 'remove':
    case 'rename':
    case 'comment':
      return changeChild(text, root, edit, style);
  }
}

/** @param others entries that go behind the first, one after the other, each on its line */
function insertEntries(
  { text, root, value }: OpenFile,
  edit: Extract<YamlEdit, { do: 'insert' }>,
  others: readonly YamlEdit[],
  style: FileStyle,
): readonly Splice[] {
  const mapping = placedAt(root, edit.at);
  const position = positionOf(mappingAt(value, edit.at), edit);
  const local = { ...style, codeQuote: codeQuoteOf(text, mapping.children) ?? style.codeQuote };
  if (mapping.bracketed) {
    return insertInFlow(mapping, position, renderFlowEntry(edit.key, edit.value, local));
  }
  if (isInFlow(root, edit.at)) {
    // A pair in brackets, `[a: b]`, has no braces yet.
    const whole = valueAfter(valueOf(mapping.node), { ...edit, at: [] });
    return [{ from: mapping.from, to: mapping.to, text: renderFlow(whole, local) }];
  }
  const column = columnOf(text, mapping.from);
  const besides = mapping.children.map((child) => child.value.bracketed);
  const lines =
    isMap(edit.value) && besides.every(Boolean)
      ? [`${' '.repeat(column)}${renderFlowEntry(edit.key, edit.value, local)}`]
      : renderEntry(edit.key, edit.value, column, local);
  const below = others.flatMap((other) =>
    other.do === 'insert' ? [renderEntry(other.key, other.value, column, local)] : [],
  );
  return edit.apart === true && position === 0 && startsLine(text, mapping.from)
    ? insertApart(text, mapping, lines, style.newline)
    : insertLines(text, mapping, position, [lines, ...below], style.newline);
}

function addItem(
  { text, root }: OpenFile,
  { at, value, index }: Extract<YamlEdit, { do: 'add' }>,
  style: FileStyle,
): readonly Splice[] {
  const list = placedAt(root, at);
  const position = index ?? list.children.length;
  if (list.bracketed) return insertInFlow(list, position, renderFlow(value, style));
  return insertLines(
    text,
    list,
    position,
    [renderItem(value, columnOf(text, list.from), style)],
    style.newline,
  );
}

function changeChild(
  text: string,
  root: Placed,
  edit: Extract<YamlEdit, { do: 'remove' | 'rename' | 'comment' }>,
  style: FileStyle,
): readonly Splice[] {
  const holder = placedAt(root, edit.at.slice(0, -1));
  const child = childAt(holder, edit.at.at(-1) ?? '');
  if (child === undefined) throw new Error(`nothing at ${edit.at.join('.')}`);
  const { mark, markEnd, after, key = '' } = child;
  if (edit.do === 'remove') {
    const index = holder.children.indexOf(child);
    return holder.bracketed ? removeFromFlow(text, holder, index) : removeLines(text, holder, index);
  }
  if (edit.do === 'comment') {
    const start = lineStart(text, mark);
    const column = text.slice(start).search(/\S/);
    const lines = edit.lines.map((line) => `${' '.repeat(column)}# ${line}${style.newline}`);
    return [{ from: Math.min(beginOf(text, child), start), to: start, text: lines.join('') }];
  }
  const before = { written: text.slice(mark, markEnd), text: key };
  // In `{"a":1}` only the quotes tell where the key ends.
  const needsQuotes = /^["']/.test(before.written) && /^\S/.test(text.slice(after));
  const flow = isInFlow(root, edit.at);
  const written = needsQuotes ? JSON.stringify(edit.key) : renderKey(edit.key, flow, style, before);
  return [{ from: mark, to: markEnd, text: written }];
}

function slotOf(file: OpenFile, edit: Extract<YamlEdit, { do: 'set' | 'replace' }>): Slot {
  const slot = slotAt(file, edit.at);
  return 'inLine' in edit && edit.inLine === true ? { ...slot, flow: true } : slot;
}

function slotAt({ text, root }: OpenFile, path: YamlPath): Slot {
  const step = path.at(-1);
  const value = placedAt(root, path);
  if (step === undefined) return { owner: 'root', flow: false, column: 0, after: 0, marked: true, value };
  const child = childAt(placedAt(root, path.slice(0, -1)), step);
  if (child === undefined) throw new Error(`nothing at ${path.join('.')}`);
  return {
    owner: child.key === undefined ? 'item' : 'entry',
    flow: isInFlow(root, path),
    column: columnOf(text, child.mark),
    after: child.after,
    marked: child.after > child.markEnd,
    value,
  };
}
