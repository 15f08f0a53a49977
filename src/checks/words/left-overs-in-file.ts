import { RESIDUE } from '../../pack/left-overs/residue.ts';
import { whatIsWrong, type LeftOver } from '../../pack/left-overs/left-over.ts';
import { error, type Diagnostic } from '../../source/diagnostic.ts';
import { decodeSource, type RawFile } from '../../source/source-file.ts';
import { parseYaml, placeInText, scalarsBelow } from '../../source/yaml.ts';

/** Template code, which nothing fills in a text: it would be printed as it stands. */
export const TEMPLATE_CODE: LeftOver = {
  pattern: /\{\{[^{}\n]{0,80}\}\}/gu,
  what: '是模板代码，在文字中只会照样印出；请写成文字',
};

/** Files of no booklet whose texts stand on pages: what the site says of itself, and names of codes. */
const PRINTED = /^content\/(?:site|codes\/.*)\.yaml$/u;

/** Code and what programs leave behind in the texts of a file that belongs to no booklet. */
export function leftOversInFile(file: RawFile): readonly Diagnostic[] {
  if (!PRINTED.test(file.path)) return [];
  const { source } = decodeSource(file);
  const document = source && parseYaml(source).document;
  if (document === undefined) return [];
  return scalarsBelow(document.root).flatMap(({ path, scalar: { text } }) =>
    [...RESIDUE, TEMPLATE_CODE].flatMap((leftOver) =>
      [...text.matchAll(leftOver.pattern)].map(({ 0: found, index }) => {
        const message = `“${found}”：${whatIsWrong(leftOver, found)}`;
        return error('template-left-over', message, placeInText(document, path, text, index));
      }),
    ),
  );
}
