import { blankLinesAt, commentColumn, lineEnd, nextLine, startsLine, type Splice } from './lines.ts';
import type { Placed } from './layout.ts';
import {
  renderBehindDash,
  renderBelowKey,
  renderCollection,
  renderFlow,
  renderText,
  type Rendered,
} from './render.ts';
import { scalarText } from './scalar-text.ts';
import type { FileStyle } from './style.ts';
import { isMap, type YamlValue } from './value.ts';

/** The place of a value: what it belongs to, and where. */
export interface Slot {
  readonly owner: 'root' | 'entry' | 'item';
  /** Whether it stands in braces or brackets. */
  readonly flow: boolean;
  /** Column of its key or dash. */
  readonly column: number;
  /** Behind its colon or dash, and whether it has one. */
  readonly after: number;
  readonly marked: boolean;
  readonly value: Placed;
}

/** The changes of a text that write a value in the place of another one; comments within the old one go with it. */
export function replaceValue(
  text: string,
  slot: Slot,
  value: YamlValue,
  style: FileStyle,
): readonly Splice[] {
  const { from, to, node } = slot.value;
  if (typeof value === 'string') {
    const before =
      node.kind === 'scalar' && from < to ? { written: text.slice(from, to), text: node.text } : undefined;
    const context = { flow: slot.flow || slot.owner === 'root', ...(before && { before }) };
    if (context.flow) return inPlace(slot, scalarText(value, context).head);
    const rendered = renderText(value, context, slot.column, aboveComments(text, slot, style));
    return write(text, slot, rendered, style.newline);
  }
  if (slot.flow) return inPlace(slot, renderFlow(value, style));
  if (slot.owner === 'root') {
    // A line of its own, behind which no comment may become part of a text.
    const start = startsLine(text, from) ? '' : style.newline;
    return [{ from, to: lineEnd(text, to), text: start + renderRoot(value, style) }];
  }
  const rendered = renderCollectionAt(text, slot, value, aboveComments(text, slot, style));
  return write(text, slot, rendered, style.newline);
}

/** The style for what stands above the comments that follow a value. */
function aboveComments(text: string, { after, value }: Slot, style: FileStyle): FileStyle {
  const below = nextLine(text, Math.max(value.to, after));
  const column = commentColumn(text, below + blankLinesAt(text, below).length);
  return column === undefined ? style : { ...style, textColumn: column + 1 };
}

function renderCollectionAt(
  text: string,
  slot: Slot,
  value: Exclude<YamlValue, string>,
  style: FileStyle,
): Rendered {
  const { column, owner } = slot;
  if (owner === 'entry') return renderBelowKey(value, column, style);
  const rendered = renderBehindDash(value, column, style);
  // Behind a dash with a comment, everything stands on the lines below.
  return isEmpty(value) || restOfLine(text, slot) === ''
    ? rendered
    : { inline: '', lines: renderCollection(value, column + 2, style) };
}

function renderRoot(value: Exclude<YamlValue, string>, style: FileStyle): string {
  return isEmpty(value) ? renderFlow(value, style) : renderCollection(value, 0, style).join(style.newline);
}

function isEmpty(value: Exclude<YamlValue, string>): boolean {
  return isMap(value) ? value.size === 0 : value.length === 0;
}

/** What will stand behind the value on the line of its dash. */
function restOfLine(text: string, { after, value: { from, to } }: Slot): string {
  const behind = from < lineEnd(text, after) ? to : after;
  return text.slice(behind, lineEnd(text, behind)).trim();
}

/** In braces, and for a whole file, only the value itself changes. */
function inPlace({ after, marked, owner, value: { from, to } }: Slot, written: string): readonly Splice[] {
  const colon = owner === 'entry' && !marked ? ':' : '';
  const space = owner === 'entry' && from === to && from === after ? ' ' : '';
  return [{ from, to, text: colon + space + written }];
}

/** Puts a value behind its colon or dash, and the lines that it needs below that line. */
function write(text: string, slot: Slot, { inline, lines }: Rendered, newline: string): readonly Splice[] {
  const { after, value } = slot;
  const below = lines.map((line) => newline + line).join('');
  const at = (
    from: number,
    to: number,
    head: string,
    bodyFrom: number,
    bodyTo: number,
  ): readonly Splice[] => [
    { from, to, text: head },
    { from: bodyFrom, to: bodyTo, text: below },
  ];
  if (value.from === value.to && value.node.kind === 'scalar') {
    return at(after, after, inline, lineEnd(text, after), lineEnd(text, after));
  }
  if (value.node.kind !== 'scalar' && value.from >= lineEnd(text, after)) {
    return at(after, after, inline, lineEnd(text, after), lineEnd(text, value.to));
  }
  const start = inline === '' && text.slice(after, value.from).trim() === '' ? after : value.from;
  const head = start === after ? inline : inline.slice(1);
  const sign = /^[|>][-+\d]{0,2}/.exec(text.slice(value.from, value.to))?.[0].length;
  if (value.node.kind !== 'scalar' || sign === undefined) {
    return at(start, value.to, head, lineEnd(text, value.to), lineEnd(text, value.to));
  }
  const signEnd = value.from + sign;
  return at(start, signEnd, head, lineEnd(text, signEnd), lineEnd(text, Math.max(value.to, signEnd)));
}
