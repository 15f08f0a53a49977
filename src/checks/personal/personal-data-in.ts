import { contactFields, imprintFields } from '../../accounts/schema/imprint.ts';
import { error, warning, type Diagnostic } from '../../source/diagnostic.ts';
import type { Place } from '../../source/place.ts';
import { remembered } from '../../source/remembered.ts';
import { decodeSource, type RawFile, type SourceFile } from '../../source/source-file.ts';
import { parseYaml, type YamlDocument, type YamlNode } from '../../source/yaml.ts';
import { personalNumbers, type PersonalNumber } from './personal-numbers.ts';

const EMAIL = /(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]{1,64}[@＠][A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63})+/gu;

/** Reserved for examples (RFC 2606): no mail is ever delivered there. */
const NOBODYS = /\.example$/i;

/**
 * What identifies a person in a file of entries: in the file as it is written, comments and keys included, since the
 * repository is published, and in its texts as they are read, where the file writes them in another way.
 */
export const personalDataIn = remembered((document: YamlDocument): readonly Diagnostic[] => {
  const { root, source } = document;
  return [
    ...personalNumbersIn(source),
    ...emails(source)
      .filter(({ index }) => !isOfOffice(index, root))
      .map(({ found }) => found),
    ...rewritten(root, source),
  ];
});

/** What identifies a person in a file as it is written, and in its name. */
const personalDataInSource = remembered((source: SourceFile): readonly Diagnostic[] => [
  ...personalNumbersIn(source),
  ...emails(source).map(({ found }) => found),
]);

const personalNumbersIn = remembered((source: SourceFile): readonly Diagnostic[] => [
  ...personalNumbers(source.path).map((number) => reported(number, source.path, '文件名', source.placeAt(0))),
  ...personalNumbers(asPrinted(source)).map((number) =>
    reported(number, source.text, '文件', source.placeAt(number.from)),
  ),
]);

/** A template's lines are joined by a blank when they are printed, so that a number may run from one to the next. */
function asPrinted({ path, text }: SourceFile): string {
  return path.endsWith('.hbs')
    ? text.replaceAll(/(?<!\n)\r?\n(?!\r?\n)/g, (end) => ' '.repeat(end.length))
    : text;
}

/** The same for any file of the input; what cannot be decoded is told of by whoever reads it. */
export function personalDataInFile(file: RawFile): readonly Diagnostic[] {
  const { source } = decodeSource(file);
  if (source === undefined) return [];
  const document = file.path.endsWith('.yaml') ? parseYaml(source).document : undefined;
  return document === undefined ? personalDataInSource(source) : personalDataIn(document);
}

/** Texts whose writing differs from what they say: escapes (`"\u0031"`) and lines that are joined. */
function rewritten(node: YamlNode, source: SourceFile): readonly Diagnostic[] {
  if (node.kind === 'scalar') return node.span === undefined ? [] : inScalar(node.text, node.span, source);
  if (node.kind === 'sequence') return node.items.flatMap((item) => rewritten(item, source));
  return [...node.entries.values()].flatMap(({ key, keyStart, value }) => [
    ...inScalar(key, [keyStart, keyStart + key.length + 2], source),
    ...rewritten(value, source),
  ]);
}

/** No number of a person has fewer digits. */
const SHORTEST = 7;

function inScalar(
  text: string,
  [from, to]: readonly [number, number],
  source: SourceFile,
): readonly Diagnostic[] {
  if (text.length < SHORTEST || source.text.startsWith(text, from)) return [];
  const written = source.text.slice(from, to);
  if (written.includes(text)) return [];
  const known = new Set(personalNumbers(written).map(({ digits }) => digits));
  return personalNumbers(text)
    .filter(({ digits }) => !known.has(digits))
    .map((number) => reported(number, text, '文字', source.placeAt(from)));
}

function reported(
  { what, certain, from, to }: PersonalNumber,
  text: string,
  where: string,
  place: Place,
): Diagnostic {
  const shown = masked(text.slice(from, to));
  return certain
    ? error('personal-data', `${where}中有${what}“${shown}”；个人信息不得公开，请删去`, place)
    : warning('personal-data', `${where}中的“${shown}”像${what}；是的请删去`, place);
}

function emails(source: SourceFile): readonly { readonly index: number; readonly found: Diagnostic }[] {
  if (!/[@＠]/.test(source.text)) return [];
  const addresses = [...source.text.matchAll(EMAIL)].filter(([address]) => !NOBODYS.test(address));
  return addresses.map(({ 0: address, index }) => {
    const message = `文件中有电子邮箱“${masked(address)}”；个人的请删去`;
    return { index, found: warning('personal-data', message, source.placeAt(index)) };
  });
}

/** Where a body states by which mail it wants to be reached. */
const OF_AN_OFFICE = [contactFields.email, contactFields.requests, imprintFields.corrections].map(
  ([label]) => label,
);

function isOfOffice(index: number, root: YamlNode): boolean {
  if (root.kind !== 'mapping') return false;
  return OF_AN_OFFICE.some((label) => {
    const value = root.entries.get(label)?.value;
    const scalars = value?.kind === 'mapping' ? [...value.entries.values()].map((one) => one.value) : [value];
    return scalars.some((one) => {
      const [from, to] = (one?.kind === 'scalar' && one.span) || [Infinity, 0];
      return from <= index && index < to;
    });
  });
}

/** The report may itself be published. */
function masked(text: string): string {
  const characters = [...text];
  const hidden = '*'.repeat(Math.max(characters.length - 4, 1));
  return `${characters.slice(0, 2).join('')}${hidden}${characters.slice(-2).join('')}`;
}
