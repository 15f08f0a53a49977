import { sourceFile } from '../source/source-file.ts';
import type { Diagnostic } from '../source/diagnostic.ts';
import { placeOfValue, scalarsBelow, type YamlDocument, type YamlPath } from '../source/yaml.ts';
import { CODE } from './wording.ts';
import { parseTemplate, type ParsedTemplate, type Template } from './template.ts';

/**
 * The words of a pack's files of entries that name something (`{{年度}}年度收入决算表`), each by its text, as a template:
 * titles of parts, lines of the cover, and whatever tables and forms print beside figures.
 */
export type PackWords = ReadonlyMap<string, Template>;

/** Words with code in them, as they were read. */
export interface ParsedWords {
  readonly text: string;
  readonly parsed: ParsedTemplate | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** Parses the words of a file that name something. Digits among them belong to the wording, as in any title. */
export function wordsIn(
  document: YamlDocument,
  isPrinted: (path: YamlPath) => boolean,
): readonly ParsedWords[] {
  return scalarsBelow(document.root)
    .filter(({ path, scalar }) => scalar.text.includes('{{') && isPrinted(path))
    .map(({ path, scalar: { text } }) => {
      const digits = text.split(CODE).filter((piece) => /\d/.test(piece));
      const source = sourceFile(document.source.path, text, document.source.shipped);
      const { template, diagnostics } = parseTemplate(source, digits, placeOfValue(document, path));
      return { text, parsed: template, diagnostics };
    });
}

/** Words as a message quotes them, before any booklet fills them. */
export function withoutCode(text: string): string {
  return text.replaceAll(CODE, '');
}

/** What of a table or form is no words but names something itself. */
const NAMES: ReadonlySet<string> = new Set(['数', '值', '格式', '逐科目', '逐栏', '纸向', '标签列']);

/** Whether an entry of a table's or a form's file is printed as words. */
export function isPrintedInLayout(path: YamlPath): boolean {
  return !path.some((step) => NAMES.has(String(step)));
}

/** Sections of pack.yaml of which every word is printed, on the cover or in the head of each page. */
const TITLES: ReadonlySet<unknown> = new Set(['书名', '封面眉题', '封面行', '封面落款', '页眉']);

/** Whether an entry of pack.yaml is printed as a title, on the cover or in the head of each page. */
export function isTitle([section, , field]: YamlPath): boolean {
  return TITLES.has(section) || (section === '部分' && field === '标题');
}
