import { toString } from 'hast-util-to-string';
import { documentsOf } from '../accounts/year-documents.ts';
import type { BookletDocument } from '../document/booklet-document.ts';
import type { BookletSource } from '../document/booklet-source.ts';
import { missingGlyphs } from '../document/glyphs.ts';
import { error, type Diagnostic } from '../source/diagnostic.ts';
import type { Place } from '../source/place.ts';
import { remembered } from '../source/remembered.ts';
import type { SourceFile } from '../source/source-file.ts';
import { placeInText, scalarsBelow, type YamlDocument } from '../source/yaml.ts';

/** A character without a glyph in a file of the input: nobody minds it unless it is printed. */
interface Suspect {
  readonly character: string;
  /** The characters around it, by which it is found again in the booklet. */
  readonly around: string;
  readonly place: Place;
}

/**
 * Characters that the booklet prints and no font of the PDF can show: they would be empty boxes. Each is reported once for
 * every text that prints it, where it stands in its file.
 *
 * @param shared the files behind the classifications
 * @param render typesets the booklet; undefined where it has errors: then every text counts as printed
 */
export function unprintableCharacters(
  { year, pack }: BookletSource,
  shared: readonly YamlDocument[],
  render: (() => BookletDocument) | undefined,
): readonly Diagnostic[] {
  const templates = new Set(pack.parts.flatMap(({ template }) => [template.source, ...template.included]));
  const suspects = [
    ...[...documentsOf(year), ...pack.documents, ...shared].flatMap(suspectsOfEntries),
    ...[...templates].flatMap(suspectsOfTemplate),
  ];
  // Nearly all booklets end here: typesetting takes longer than all checks together.
  if (suspects.length === 0) return [];
  const printed = render && printedText(render());
  return suspects.filter(({ around }) => printed?.includes(around) ?? true).map(report);
}

/** All words of the printed booklet, without spaces. */
function printedText({ title, parts }: BookletDocument): string {
  const ofParts = parts.flatMap((part) => [
    part.title,
    toString({ type: 'root', children: [...part.content] }),
  ]);
  return [title, ...ofParts].join('\n').replaceAll(/[^\S\n]|(?<=[^\n])\n(?=[^\n])/gu, '');
}

function report({ character, place }: Suspect): Diagnostic {
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  const message = `PDF 的字库里没有“${character}”（U+${code}），会印成空框；请改用通行的写法，人名用字可改写为同音字或用“×”并加注`;
  return error('unprintable-character', message, place);
}

/** Whether a text may hold characters that it does not show: `"\u2611"`. */
const ESCAPE = /\\[uUx]/;

const suspectsOfEntries = remembered((document: YamlDocument): readonly Suspect[] => {
  const { text } = document.source;
  if (missingGlyphs(text).length === 0 && !ESCAPE.test(text)) return [];
  return scalarsBelow(document.root).flatMap(({ path, scalar }) =>
    suspectsIn(scalar.text, (offset) => placeInText(document, path, scalar.text, offset)),
  );
});

const suspectsOfTemplate = remembered((source: SourceFile) =>
  suspectsIn(source.text, (offset) => source.placeAt(offset)),
);

function suspectsIn(text: string, placeOf: (offset: number) => Place): readonly Suspect[] {
  return missingGlyphs(text).map((character) => {
    const offset = text.indexOf(character);
    const before = BEFORE.exec(text.slice(Math.max(offset - REACH, 0), offset))?.[0] ?? '';
    const end = offset + character.length;
    const after = AFTER.exec(text.slice(end, end + REACH))?.[0] ?? '';
    return { character, around: before + character + after, place: placeOf(offset) };
  });
}

/** Within one line, and without the signs of templates and Markdown. */
const REACH = 4;
const BEFORE = /[^\s{}[\]()*#_`~<>|+\\-]*$/u;
const AFTER = /^[^\s{}[\]()*#_`~<>|+\\-]*/u;
