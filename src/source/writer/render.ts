import { quoted, scalarText, type ScalarContext } from './scalar-text.ts';
import { isCode, type FileStyle } from './style.ts';
import { isMap, type YamlMap, type YamlValue } from './value.ts';

/** A value as YAML: what stands behind its colon or dash, and the lines below, with their indentation. */
export interface Rendered {
  readonly inline: string;
  readonly lines: readonly string[];
}

/** A value below a key that stands at a column. */
export function renderBelowKey(value: YamlValue, column: number, style: FileStyle): Rendered {
  const short = renderShort(value, column, style);
  if (short !== undefined) return short;
  const lines = isMap(value)
    ? renderEntries(value, column + style.step, style)
    : renderItems(value as readonly YamlValue[], column + style.listStep, style);
  return { inline: '', lines };
}

/** A value behind a dash that stands at a column; its first entry or item stands on the line of the dash. */
export function renderBehindDash(value: YamlValue, column: number, style: FileStyle): Rendered {
  const short = renderShort(value, column, style);
  if (short !== undefined) return short;
  const [first = '', ...lines] = renderCollection(value, column + 2, style);
  return { inline: ` ${first.trimStart()}`, lines };
}

/** An entry with its key at a column, line by line. */
export function renderEntry(
  key: string,
  value: YamlValue,
  column: number,
  style: FileStyle,
): readonly string[] {
  const { inline, lines } = renderBelowKey(value, column, style);
  return [`${' '.repeat(column)}${renderKey(key, false, style)}:${inline}`, ...lines];
}

/** An item with its dash at a column, line by line. */
export function renderItem(value: YamlValue, column: number, style: FileStyle): readonly string[] {
  const { inline, lines } = renderBehindDash(value, column, style);
  return [`${' '.repeat(column)}-${inline}`, ...lines];
}

/** The entries or items of a collection that is not empty, line by line. */
export function renderCollection(value: YamlValue, column: number, style: FileStyle): readonly string[] {
  return isMap(value)
    ? renderEntries(value, column, style)
    : renderItems(value as readonly YamlValue[], column, style);
}

/** A value in braces or brackets. */
export function renderFlow(value: YamlValue, style: FileStyle): string {
  if (typeof value === 'string') return scalarText(value, { flow: true }).head;
  if (!isMap(value)) return `[${value.map((item) => renderFlow(item, style)).join(', ')}]`;
  const entries = [...value].map(([key, one]) => renderFlowEntry(key, one, style));
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
}

/** An entry between braces. */
export function renderFlowEntry(key: string, value: YamlValue, style: FileStyle): string {
  return `${renderKey(key, true, style)}: ${renderFlow(value, style)}`;
}

/** A key: codes and years in the quotes that the file gives them. */
export function renderKey(
  key: string,
  flow: boolean,
  { codeQuote }: FileStyle,
  before?: ScalarContext['before'],
): string {
  if (before === undefined && isCode(key)) return codeQuote === '' ? key : quoted(key, codeQuote);
  return scalarText(key, { flow, key: true, ...(before && { before }) }).head;
}

function renderEntries(value: YamlMap, column: number, style: FileStyle): readonly string[] {
  return [...value].flatMap(([key, one]) => renderEntry(key, one, column, style));
}

function renderItems(items: readonly YamlValue[], column: number, style: FileStyle): readonly string[] {
  return items.flatMap((item) => renderItem(item, column, style));
}

/** Texts and empty collections. */
function renderShort(value: YamlValue, column: number, style: FileStyle): Rendered | undefined {
  if (typeof value === 'string') return renderText(value, { flow: false }, column, style);
  if (isMap(value)) return value.size === 0 ? { inline: ' {}', lines: [] } : undefined;
  return value.length === 0 ? { inline: ' []', lines: [] } : undefined;
}

/** A text behind the colon or dash of a key or item at a column, its lines indented. */
export function renderText(
  text: string,
  context: ScalarContext,
  column: number,
  { step, textColumn = 0 }: FileStyle,
): Rendered {
  const { head, body = [] } = scalarText(text, context);
  const indentation = ' '.repeat(Math.max(column + Math.max(step, 2), textColumn));
  return { inline: ` ${head}`, lines: body.map((line) => (line === '' ? '' : indentation + line)) };
}
