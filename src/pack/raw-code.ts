import { error, type Diagnostic } from '../source/diagnostic.ts';
import { placeInText, type YamlDocument, type YamlNode, type YamlPath } from '../source/yaml.ts';
import type { PackFolder } from './pack-folder.ts';
import type { ParsedTemplate } from './template.ts';

/** Something that would be printed as it stands, and why. */
interface Raw {
  readonly pattern: RegExp;
  readonly what: string;
}

const BRACES: Raw = { pattern: /\{\{|\}\}/gu, what: '花括号会照样印出来；请删去，或改在 parts 的文字里写' };
const TABLE: Raw = {
  pattern: /^[ \t]*\|?[ \t]*:?-{3,}:?[ \t]*\|.*$/gmu,
  what: '这里不能用竖线画表格；表格请写在 tables/ 下',
};

/** Markdown that a booklet's text does not know. */
const MARKDOWN: readonly Raw[] = [
  { ...BRACES, what: '花括号会照样印出来；请写成助手，或删去' },
  TABLE,
  { pattern: /!\[[^\]\n]*\]/gu, what: '不能插入图片；请删去' },
  { pattern: /<[a-z!/][^>\n]*>?/giu, what: '不能用网页代码；请改用 Markdown' },
  { pattern: /^[ \t]*(?:```|~~~).*$/gmu, what: '不能用代码块；请删去' },
  { pattern: /^(?: {4,}|\t)(?=\S)/gmu, what: '行首空四格会成为代码块；请顶格写' },
  { pattern: /^ {0,3}(?:#|#{4,})[ \t].*$/gmu, what: '标题只有“## ”“### ”两级；请改正' },
  { pattern: /^ {0,3}(?:=+|-+)[ \t]*$/gmu, what: '下划线会把上一行变成标题；请用“## ”“### ”' },
];

/** Code in a pack's own words that nothing fills or typesets, so that it would be printed raw or be lost. */
export function rawCode(folder: PackFolder): readonly Diagnostic[] {
  const templates = [...folder.parts.values(), ...folder.partials.values()];
  const layouts = [...folder.tables.values(), ...folder.forms.values(), folder.glossary];
  return [
    ...templates.flatMap((template) => (template ? rawMarkdown(template.ast, template) : [])),
    ...layouts.flatMap((layout) => (layout ? rawInFile(layout.document) : [])),
    ...rawInFile(folder.file.document, isPlain),
  ];
}

/** The entries of pack.yaml that are printed and are no templates. */
function isPlain([section, , field]: YamlPath): boolean {
  return section === '惯例' || (section === '部分' && field === '标题');
}

function rawMarkdown(program: hbs.AST.Program, template: ParsedTemplate): readonly Diagnostic[] {
  return program.body.flatMap((statement): readonly Diagnostic[] => {
    if (statement.type === 'ContentStatement')
      return rawContent(statement as hbs.AST.ContentStatement, template);
    if (statement.type !== 'BlockStatement') return [];
    const { program: body, inverse } = statement as hbs.AST.BlockStatement;
    const branches = [body, inverse as hbs.AST.Program | undefined];
    return branches.flatMap((branch) => (branch ? rawMarkdown(branch, template) : []));
  });
}

function rawContent(
  { value, loc }: hbs.AST.ContentStatement,
  { locate }: ParsedTemplate,
): readonly Diagnostic[] {
  return MARKDOWN.flatMap(({ pattern, what }) =>
    [...value.matchAll(pattern)].map((match) => {
      const before = value.slice(0, match.index).split('\n');
      const line = loc.start.line + before.length - 1;
      const column = (before.length === 1 ? loc.start.column : 0) + (before.at(-1)?.length ?? 0);
      return report(match[0], what, locate(line, column));
    }),
  );
}

function rawInFile(
  document: YamlDocument,
  wanted: (path: YamlPath) => boolean = () => true,
): readonly Diagnostic[] {
  return textsOf(document.root, [])
    .filter(({ path }) => wanted(path))
    .flatMap(({ path, text }) =>
      [BRACES, TABLE].flatMap(({ pattern, what }) =>
        [...text.matchAll(pattern)].map((match) =>
          report(match[0], what, placeInText(document, path, text, match.index)),
        ),
      ),
    );
}

function report(words: string, what: string, place: Diagnostic['place']): Diagnostic {
  return error('raw-code', `模板文字“${words.trim().slice(0, 30)}”：${what}`, place);
}

function textsOf(
  node: YamlNode,
  path: YamlPath,
): readonly { readonly path: YamlPath; readonly text: string }[] {
  if (node.kind === 'scalar') return [{ path, text: node.text }];
  if (node.kind === 'sequence') return node.items.flatMap((item, index) => textsOf(item, [...path, index]));
  return [...node.entries.values()].flatMap(({ key, value }) => textsOf(value, [...path, key]));
}
