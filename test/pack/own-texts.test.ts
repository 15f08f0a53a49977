import { toString } from 'hast-util-to-string';
import { describe, expect, it } from 'vitest';
import { contentJsonSchemas } from '../../src/accounts/schema/json-schema.ts';
import type { RawFile } from '../../src/source/source-file.ts';
import { compiled, packsOf } from '../support/compiled.ts';
import { edited, textOf } from '../support/project.ts';
import { withTestPack } from '../support/test-packs.ts';

const NARRATIVE = 'content/units/demo-bureau/2023/narrative.yaml';
const PACK = 'templates/texts/pack.yaml';
const PART = 'templates/texts/parts/uses.md.hbs';
const files = await withTestPack('texts');

function findings(input: readonly RawFile[], file: string): readonly string[] {
  return compiled(input)
    .diagnostics.filter(({ severity, place }) => severity !== 'note' && place.file === file)
    .map(({ severity, rule, place, message }) => {
      const line = textOf(input, file).split('\n')[place.line - 1] ?? '';
      return `${severity} ${rule} [${line.trim()}] ${message}`;
    });
}

function printed(input: readonly RawFile[]): string {
  const booklet = compiled(input).units[0]?.booklets.find(({ year }) => year === 2023);
  const part = booklet?.render().parts.find(({ key }) => key === 'uses');
  return part?.content.map((node) => toString(node)).join('') ?? '';
}

describe('texts that a pack declares', () => {
  it('are printed where its templates name them: one, by code, by project', () => {
    expect(findings(files, NARRATIVE)).toEqual([]);
    const words = printed(files);
    expect(words).toContain('会议费用于召开全市政务服务工作会议。');
    expect(words).not.toContain('培训费');
    expect(words).toMatch(
      /国有企业退休人员社会化管理补助支出42\.47万元，主要用于国有企业退休人员的社会化管理。/u,
    );
    expect(words).toMatch(/其他国有资本经营预算支出115\.23万元。/u);
    expect(words).toContain('招商引资用于招商引资活动。');
    expect(words).toContain('政务服务大厅运行保障经费：保障政务服务大厅正常运行。');
  });

  it('of a project stand under its name or under the name of its form', () => {
    const changed = edited(files, NARRATIVE, '  project-1: 保障', '  政务服务大厅运行保障经费: 保障');
    expect(findings(changed, NARRATIVE)).toEqual([]);
    expect(printed(changed)).toContain('政务服务大厅运行保障经费：保障政务服务大厅正常运行。');
  });

  it('that need not be written are printed where they are', () => {
    const changed = edited(files, NARRATIVE, '\n会议费说明:', '\n培训费说明: 用于业务培训\n\n会议费说明:');
    expect(printed(changed)).toContain('培训费用于业务培训。');
  });

  it.each([
    ['会议费说明: 用于召开全市政务服务工作会议', '', 'missing-text', '补写“会议费说明: ……”'],
    ['会议费说明: 用于召开', '会议费的说明: 用于召开', 'unknown-key', '是否为“会议费说明”'],
    ['会议费说明: 用于召开全市', '会议费说明: 用于召开3次全市', 'unbound-number', '3'],
    ['用于召开全市政务服务工作会议', '见附件', 'empty-text', '等于没有写'],
    ['用于召开全市政务服务工作会议', '用于召开XX会议', 'template-left-over', '占位符没有替换'],
    ['  "2230105": 国有', '  "2230106": 国有', 'unused-text', '主要用于.2230106”没有印在任何一句里'],
    ['  "2230105": 国有', '  "22301055": 国有', 'bad-code', '应为 3 位'],
    ['  project-1: 保障', '  project-99: 保障', 'unused-text', '.project-99”没有印在任何一句里'],
    ['  project-1: 保障', '  - 保障', 'yaml-syntax|wrong-type', ''],
  ])('%s changed to %s: %s', (from, to, rule, words) => {
    const found = findings(edited(files, NARRATIVE, from, to), NARRATIVE);
    expect(found).toContainEqual(expect.stringMatching(new RegExp(`(?:${rule}) .*${words}`)));
  });
});

describe('a text that a pack cannot declare, or a template cannot name', () => {
  it.each([
    ['  主要职能: {}', 'bad-text-name', '已经是通用的文字'],
    ['  会议.说明: {}', 'bad-text-name', '不能作名称'],
    ['  下级: { 分: 科目 }', 'bad-text-name', '在模板的清单里另有所指'],
    ['  用途: { 分: 处室 }', 'wrong-value', '应为以下之一'],
  ])('%s', (line, rule, words) => {
    const changed = edited(files, PACK, '  会议费说明:', `${line}\n  会议费说明:`);
    expect(findings(changed, PACK)).toContainEqual(
      expect.stringMatching(new RegExp(`^error ${rule} \\[${RegExp.escape(line.trim())}\\] .*${words}`)),
    );
  });

  it.each([
    ['{{叙述.会议费说明}}', '{{叙述.会议说明}}', '是否为“叙述.会议费说明”'],
    [
      '{{主要用于}}{{/有文字}}。\n\n{{/each}}\n{{#each 一般',
      '{{用于}}{{/有文字}}。\n\n{{/each}}\n{{#each 一般',
      '没有“用于”这段文字',
    ],
    ['{{#有文字 叙述.培训费说明}}', '{{#有文字 叙述.培训说明}}', '是否为“叙述.培训费说明”'],
  ])('%s written %s', (from, to, words) => {
    expect(findings(edited(files, PART, from, to), PART)).toContainEqual(expect.stringContaining(words));
  });
});

it('editors are offered them', () => {
  const { entered } = packsOf(files.filter(({ path }) => path.startsWith('templates/')));
  const narrative = JSON.stringify(contentJsonSchemas(entered)['narrative']);
  expect(narrative).toContain('"会议费说明":{"title":"会议费说明","description":"会议费用在哪里"');
  expect(narrative).toContain('"主要用于"');
});
