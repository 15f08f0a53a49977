import { sourceFile } from '../../../src/source/source-file.ts';
import type { RawFile } from '../../../src/source/source-file.ts';
import type { Place } from '../../../src/source/place.ts';
import { parseYaml, type YamlNode } from '../../../src/source/yaml.ts';

/** A place of a file that holds a text: a value or a key of YAML, or a line of a template. */
export interface Field {
  readonly file: string;
  /** What it is, whatever its number in a list and whichever code: `accounts.yaml 收入.#`. */
  readonly kind: string;
  readonly text: string;
  /** Where it is written, with its quotes. */
  readonly span: readonly [from: number, to: number];
  /** How another text is written there. */
  write(text: string): string;
}

/** All fields of a file. Codes and years are not told apart, nor are forms of one kind. */
export function fieldsOf({ path, bytes }: RawFile): readonly Field[] {
  const text = new TextDecoder().decode(bytes);
  if (path.endsWith('.hbs')) return linesOf(path, text);
  if (!path.endsWith('.yaml')) return [];
  const { document } = parseYaml(sourceFile(path, text));
  return document === undefined ? [] : yamlFields(path, text, document.root, '');
}

/** A name without its numbers. */
export const general = (name: string): string => name.replaceAll(/\d+/g, '#');

function yamlFields(file: string, whole: string, node: YamlNode, at: string): readonly Field[] {
  if (node.kind === 'sequence') return node.items.flatMap((item) => yamlFields(file, whole, item, `${at}.#`));
  if (node.kind === 'scalar') {
    if (node.span === undefined) return [];
    const end = whole.slice(...node.span).endsWith('\n') ? '\n' : '';
    const write = (text: string): string => JSON.stringify(text) + end;
    return [{ file, kind: `${general(file)} ${at}`, text: node.text, span: node.span, write }];
  }
  return [...node.entries.values()].flatMap(({ key, keyStart, keyEnd, value }) => {
    const kind = `${general(file)} ${at} key`;
    const span = [keyStart, keyEnd] as const;
    const keyField = { file, kind, text: key, span, write: (text: string) => JSON.stringify(text) };
    return [keyField, ...yamlFields(file, whole, value, `${at}.${general(key)}`)];
  });
}

/** Headings, lines of text, and lines of template code are kinds of their own. */
function linesOf(file: string, whole: string): readonly Field[] {
  return [...whole.matchAll(/^.*\S.*$/gmu)].map(({ 0: line, index }) => {
    const kind = line.startsWith('#') ? 'heading' : line.startsWith('{{') ? 'code' : 'text';
    const span = [index, index + line.length] as const;
    return { file, kind: `${general(file)} ${kind}`, text: line, span, write: (text: string) => text };
  });
}

/** A field with the text that it is to hold. */
export interface Change {
  readonly field: Field;
  readonly text: string;
}

/** A change as it stands in its file. */
interface Placed {
  readonly change: Change;
  readonly line: number;
  /** Its columns, counted from 1; only on its first line. */
  readonly from: number;
  readonly to: number;
}

/** Files after changes, and where each of these stands in them. */
export interface Changed {
  readonly files: readonly RawFile[];
  /** The changes at a place; those of its line if none of them stands at the very place. */
  at(place: Place): readonly Change[];
}

/** Writes texts into the fields of files. */
export function changed(files: readonly RawFile[], changes: readonly Change[]): Changed {
  const ofFile = Map.groupBy(changes, ({ field }) => field.file);
  const placed = new Map<string, Placed[]>();
  const after = files.map((file) => {
    const own = ofFile.get(file.path);
    return own === undefined ? file : rewritten(file, own, placed);
  });
  return {
    files: after,
    at({ file, line, column }) {
      const onLine = (placed.get(file) ?? []).filter((one) => one.line === line);
      const there = onLine.filter(({ from, to }) => from <= column && column < to);
      return (there.length > 0 ? there : onLine).map(({ change }) => change);
    },
  };
}

function rewritten(file: RawFile, own: readonly Change[], placed: Map<string, Placed[]>): RawFile {
  const before = new TextDecoder().decode(file.bytes);
  const places: Placed[] = [];
  let text = '';
  let from = 0;
  for (const change of own.toSorted((a, b) => a.field.span[0] - b.field.span[0])) {
    const [start, end] = change.field.span;
    text += before.slice(from, start);
    from = end;
    const lines = text.split('\n');
    const column = (lines.at(-1) ?? '').length + 1;
    const written = change.field.write(change.text);
    text += written;
    // A template's text may have got lines of its own.
    written.split('\n').forEach((piece, index) => {
      const first = index === 0 ? column : 1;
      places.push({ change, line: lines.length + index, from: first, to: first + piece.length });
    });
  }
  placed.set(file.path, places);
  return { path: file.path, bytes: new TextEncoder().encode(text + before.slice(from)) };
}
