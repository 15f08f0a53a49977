import { describe, expect, it } from 'vitest';
import { checked } from '../support/compiled.ts';
import { edited, realFiles } from '../support/project.ts';

const PACK = 'templates/xinjiang-2023/pack.yaml';
const BASE = 'templates/ministry-2024/';

/** What is found in templates after a change of one file, as `file:line rule`. */
async function after(file: string, from: string, to: string): Promise<readonly string[]> {
  const { diagnostics } = checked(edited(await realFiles('changji-sme'), file, from, to));
  return diagnostics
    .filter(({ severity }) => severity === 'error')
    .map(({ place, rule }) => `${place.file.slice('templates/'.length)}:${place.line} ${rule}`);
}

describe('a title in which nothing is printed is found where it stands', () => {
  const NOTHING = '"{{#if 下属单位}}{{/if}}"';

  it.each([
    ['书名', PACK, '书名: "{{单位.名称}}{{年度}}年度部门决算公开说明"', 9],
    ['标题', PACK, '标题: 第一部分 单位概况', 13],
    ['标题', `${BASE}tables/revenue.yaml`, '标题: 收入决算表', 1],
    ['标题', `${BASE}forms/project.yaml`, '标题: 项目支出绩效自评表', 1],
  ])('%s in %s', async (key, file, from, line) => {
    const found = await after(file, from, `${key}: ${NOTHING}`);
    expect(found).toEqual([`${file.slice('templates/'.length)}:${line} empty-title`]);
  });
});

describe('columns in which no character finds room are found', () => {
  it.each([
    ['of no width', 'tables/revenue.yaml', '列宽: [9, 28,', '列宽: [0, 28,'],
    ['beside one that takes all', 'tables/revenue.yaml', '列宽: [9, 28,', '列宽: [9, 280000,'],
    ['of a form', 'forms/project.yaml', '列宽: [6.5,', '列宽: [0.065,'],
  ])('%s', async (_, file, from, to) => {
    const found = await after(BASE + file, from, to);
    expect(new Set(found.map((one) => one.replace(/:\d+/, '')))).toEqual(
      new Set([`ministry-2024/${file} table-columns`]),
    );
  });
});
