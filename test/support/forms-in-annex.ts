import { readFileSync } from 'node:fs';
import type { Booklet } from '../../src/compile/booklet.ts';
import type { Site } from '../../src/compile/compile-site.ts';
import type { RawFile } from '../../src/source/source-file.ts';
import { packFiles } from './packs.ts';
import { edited, realFiles, textFile } from './project.ts';

export const PACK = 'templates/forms-in-annex/';
export const YEAR = 'content/units/changji-sme/2023/';
export const LINKED = `${YEAR}performance/review-1.yaml`;
export const FIRST = `${YEAR}performance/evaluation-1.yaml`;

/** The text of a form of a kind that only this pack has. */
export const textOfForm = (name: string): string =>
  readFileSync(new URL(`../pack/form-kinds/${name}.yaml`, import.meta.url), 'utf8');

/** The real booklet with a pack whose annex prints two more kinds of forms, and three such forms. */
export async function inAnnex(): Promise<readonly RawFile[]> {
  const files = edited(
    await realFiles('changji-sme'),
    `${YEAR}accounts.yaml`,
    '模板: xinjiang-2023',
    '模板: forms-in-annex',
  );
  const linked = '类型: 部门评价\n项目名称: 平台运维\n链接: https://example.cn/2023/review.pdf\n';
  return [
    ...files,
    ...packFiles('forms-in-annex'),
    textFile(FIRST, textOfForm('evaluation-1')),
    textFile(`${YEAR}performance/evaluation-2.yaml`, textOfForm('evaluation-2')),
    textFile(LINKED, linked),
  ];
}

/** The booklet of 2023. */
export function bookletOf(site: Site): Booklet {
  const booklet = site.units[0]?.booklets.find(({ year }) => year === 2023);
  if (booklet === undefined) throw new Error('no booklet');
  return booklet;
}
