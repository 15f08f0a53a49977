import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { expect, it } from 'vitest';
import { edited, realFiles, ROOT } from '../support/project.ts';
import { compiled } from '../support/compiled.ts';

/**
 * Words with full stops between them that name something else: what templates can print, entries of a form or a pack, and
 * the example of a fact that a pack declares.
 */
const NO_FIGURES = /^(?:单位|叙述|公开|惯例|较上年|较预算|必有)\.|^年度总体目标\.预期目标$|^会议费\.决算数$/u;
const HOLE = '…';
const DOTTED = /^[\p{Script=Han}（）…]+(?:\.[\p{Script=Han}（）…]+)+$/u;

type Texts = ReadonlyMap<string, string>;

/** The text that an expression is known to be, with a hole for whatever is only known when it runs. */
function textOf(node: ts.Node, constants: Texts): string | undefined {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isIdentifier(node)) return constants.get(node.text);
  if (ts.isTemplateExpression(node)) {
    const spans = node.templateSpans.map(
      ({ expression, literal }) => (textOf(expression, constants) ?? HOLE) + literal.text,
    );
    return node.head.text + spans.join('');
  }
  if (!ts.isBinaryExpression(node) || node.operatorToken.kind !== ts.SyntaxKind.PlusToken) return undefined;
  const [left, right] = [textOf(node.left, constants), textOf(node.right, constants)];
  return left === undefined || right === undefined ? undefined : left + right;
}

/** Whatever in a source file reads like an id of a figure or a part of one. */
function dottedNames(path: string): readonly string[] {
  const file = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
  const constants = new Map<string, string>();
  const names: string[] = [];
  const collect = (node: ts.Node): void => {
    if (ts.isVariableDeclaration(node) && ts.isIdentifier(node.name) && node.initializer !== undefined) {
      const text = textOf(node.initializer, constants);
      if (text !== undefined) constants.set(node.name.text, text);
    }
    ts.forEachChild(node, collect);
  };
  const visit = (node: ts.Node): void => {
    const text = textOf(node, constants);
    if (text !== undefined && DOTTED.test(text)) names.push(text);
    else ts.forEachChild(node, visit);
  };
  collect(file);
  visit(file);
  return names;
}

it('every id of a figure that the source names is one that booklets have', async () => {
  const files = edited(
    await realFiles('changji-sme', 'demo-bureau'),
    'content/units/demo-bureau/2023/accounts.yaml',
    '\n支出:\n',
    // An amount beside those of the items below it, and what only some regions enter.
    '\n全年预算: { 一般公共预算: 0.00, 政府性基金预算: 0.00, 国有资本经营预算: 0.00 }\n\n支出:\n  "20103": { 一般公共预算: { 基本支出: 1.00 } }\n',
  );
  const summed = edited(
    files,
    'templates/demo-2023/pack.yaml',
    '\n继承: xinjiang-2023',
    '\n继承: xinjiang-2023\n自定合计: { 两费.合计: { 名称: 甲, 加: [收入.总计, 支出.总计], 减: 支出.基本支出 } }\n',
  );
  const booklets = compiled(summed).units.flatMap((unit) => unit.booklets);
  const all = booklets.flatMap(({ figures }) =>
    figures
      .ids()
      // Grades are in no list.
      .concat(figures.kinds.flatMap(({ key }) => `绩效.${key}.等级.优.个数`))
      .flatMap((id) => ['', '.上年', '.增减额', '.增减率'].map((end) => id + end))
      .filter((id) => figures.has(id)),
  );
  const ids = [...new Set(all)].map((id) => `.${id}.`).join('\n');
  const isKnown = (name: string): boolean => {
    const steps = name.split(HOLE).map((text) => RegExp.escape(text));
    return new RegExp(`\\.${steps.join('[^\\n]*')}\\.`, 'u').test(ids);
  };
  const folder = join(ROOT, 'src');
  const named = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .flatMap((name) => dottedNames(join(folder, name)).map((text) => ({ file: name, text })))
    .filter(({ text }) => !NO_FIGURES.test(text));
  expect(named.length).toBeGreaterThan(250);
  expect(named.filter(({ text }) => !isKnown(text))).toEqual([]);
});
