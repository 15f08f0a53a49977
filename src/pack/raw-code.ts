import { error, type Diagnostic } from '../source/diagnostic.ts';
import { placeInText, scalarsBelow, type YamlDocument, type YamlPath } from '../source/yaml.ts';
import type { PackFolder } from './pack-folder.ts';
import { contentsOf, placeInContent } from './template-contents.ts';
import type { ParsedTemplate } from './template.ts';
import { CODE } from './wording.ts';
import { isPrintedInLayout, isTitle } from './words.ts';

/** Something that would be printed as it stands, and why. */
interface Raw {
  readonly pattern: RegExp;
  readonly what: string;
}

const BRACES: Raw = {
  pattern: /[{}｛｝]+/gu,
  what: '花括号会照样印出来；请删去，或改在 parts 的文字里写',
};
const WRONG_BRACES = '花括号会照样印出来；助手要用两个连写的半角花括号，例如 {{年度}}';
/** Between helpers no brace means anything. */
const LOOSE_BRACES: Raw = { ...BRACES, what: WRONG_BRACES };
/** Phrases and rows of tables name codes in single braces; others mean nothing there either. */
const BRACES_BESIDE_CODES: Raw = { pattern: /\{\{|\}\}|[｛｝]+/gu, what: WRONG_BRACES };
const WIDE_BRACES: Raw = { pattern: /[｛｝]+/gu, what: WRONG_BRACES };
const TABLE: Raw = {
  pattern: /^[ \t]*\|?[ \t]*:?-{3,}:?[ \t]*\|.*$/gmu,
  what: '这里不能用竖线画表格；表格请写在 tables/ 下',
};

/** Markdown that a booklet's text does not know. */
const MARKDOWN: readonly Raw[] = [
  LOOSE_BRACES,
  { pattern: /!\[[^\]\n]*\]/gu, what: '不能插入图片；请删去' },
  { pattern: /<[a-z!/][^>\n]*>?/giu, what: '不能用网页代码；请改用 Markdown' },
  {
    pattern: /(?<=^[ \t]*(?:[-*+]|\d+[.)])[ \t]+)\[[ xX]\](?=[ \t])/gmu,
    what: '没有打勾的清单，方括号会照样印出；请删去',
  },
  {
    pattern: /\]\([^()\s]*[ \t]+["'(][^\n]*|^ {0,3}\[[^\]\n]+\]:[ \t]*\S.*$/gmu,
    what: '不能写链接，网址照印在文字里；请删去记号',
  },
  { pattern: /^[ \t]*(?:```|~~~).*$/gmu, what: '不能用代码块；请删去' },
  { pattern: /^(?: {4,}|\t)(?=\S)/gmu, what: '行首空四格会成为代码块；请顶格写' },
  { pattern: /^ {0,3}(?:#|#{4,})[ \t].*$/gmu, what: '标题只有“## ”“### ”两级；请改正' },
  {
    pattern: /^ {0,3}(?:[#＃]*＃[#＃]*|#{2,3}(?![#\s])).*$/gmu,
    what: '标题要写半角的“## ”“### ”，后面空一格',
  },
  { pattern: /^[ \t]*｜.*$/gmu, what: '表格的竖线要用半角“|”' },
  { pattern: /^ {0,3}(?:=+|-+)[ \t]*$/gmu, what: '下划线会把上一行变成标题；请用“## ”“### ”' },
];

/** Code in a pack's own words that nothing fills or typesets, so that it would be printed raw or be lost. */
export function rawCode(folder: PackFolder): readonly Diagnostic[] {
  const templates = [...folder.parts.values(), ...folder.partials.values()];
  const layouts = [...folder.tables.values(), ...folder.forms.values()];
  return [
    ...templates.flatMap((template) => (template ? rawMarkdown(template) : [])),
    ...layouts.flatMap((layout) => (layout ? rawInWords(layout.document, isPrintedInLayout) : [])),
    ...(folder.glossary ? rawInFile(folder.glossary.document) : []),
    ...rawInFile(folder.file.document, ([section]) => section === '惯例'),
    ...rawInWords(folder.file.document, isTitle),
    ...rawInFile(folder.file.document, (path) => !isTitle(path) && path[0] !== '惯例', [WIDE_BRACES]),
  ];
}

/** Words that are templates: what stands between their helpers. */
function rawInWords(document: YamlDocument, wanted: (path: YamlPath) => boolean): readonly Diagnostic[] {
  return rawInFile(document, wanted, [BRACES_BESIDE_CODES, TABLE], betweenHelpers);
}

/** A text with its helpers blanked out; one that is never closed is told of as such, and not as a brace. */
function betweenHelpers(text: string): string {
  const blank = (code: string): string => code.replaceAll(/[^\n]/gu, '字');
  return text.replaceAll(CODE, blank).replaceAll(/\{\{[^]*/gu, blank);
}

function rawMarkdown({ ast, locate, source }: ParsedTemplate): readonly Diagnostic[] {
  const tables = brokenTables(betweenHelpers(source.text));
  return [
    ...tables.map(({ row, offset }) => report(row, BROKEN, source.placeAt(offset))),
    ...rawPieces(ast, locate),
  ];
}

/** A line of dashes makes a table only below a head of as many columns. */
const BROKEN = '上一行要是表头，栏数与这一行相等，才是表格；现在会照样印出竖线';
const RULE = /^[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/u;

function brokenTables(text: string): readonly { readonly row: string; readonly offset: number }[] {
  const lines = text.split('\n');
  let offset = 0;
  return lines.flatMap((row, index) => {
    const at = offset;
    offset += row.length + 1;
    if (!row.includes('|') || !RULE.test(row)) return [];
    return cellsOf(lines[index - 1] ?? '') === cellsOf(row) ? [] : [{ row, offset: at }];
  });
}

function cellsOf(row: string): number {
  const inner = row
    .trim()
    .replace(/^\|/u, '')
    .replace(/(?<!\\)\|$/u, '');
  return row.includes('|') ? inner.split(/(?<!\\)\|/u).length : 0;
}

function rawPieces(ast: ParsedTemplate['ast'], locate: ParsedTemplate['locate']): readonly Diagnostic[] {
  return contentsOf(ast).flatMap((content) =>
    MARKDOWN.flatMap(({ pattern, what }) =>
      [...content.value.matchAll(pattern)].map((match) =>
        report(match[0], what, placeInContent(content, match.index, locate)),
      ),
    ),
  );
}

function rawInFile(
  document: YamlDocument,
  wanted: (path: YamlPath) => boolean = () => true,
  kinds: readonly Raw[] = [BRACES, TABLE],
  shown: (text: string) => string = (text) => text,
): readonly Diagnostic[] {
  return scalarsBelow(document.root)
    .filter(({ path }) => wanted(path))
    .flatMap(({ path, scalar: { text } }) =>
      kinds.flatMap(({ pattern, what }) =>
        [...shown(text).matchAll(pattern)].map((match) =>
          report(match[0], what, placeInText(document, path, text, match.index)),
        ),
      ),
    );
}

function report(words: string, what: string, place: Diagnostic['place']): Diagnostic {
  return error('raw-code', `模板文字“${words.trim().slice(0, 30)}”：${what}`, place);
}
