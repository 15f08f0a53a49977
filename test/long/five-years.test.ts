import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { compileSite } from '../../src/compile/compile-site.ts';
import type { ImportPlan } from '../../src/import/import-files.ts';
import { buildSite } from '../../src/outputs/build-site.ts';
import type { RawFile } from '../../src/source/source-file.ts';
import { GENERATED, generatedUnit } from '../import/support/generated-unit.ts';
import { bookletOf, given, plan, withWritten } from '../import/support/taken-in.ts';
import { edited, realFiles, textOf } from '../support/project.ts';

const YEARS = [2019, 2020, 2021, 2022, 2023];
const PACK = 'demo-2023';
const SHAPE = {
  pack: PACK,
  general: 8,
  funds: 2,
  stateCapital: 1,
  others: 1,
  unit: '万元',
  empty: 3,
} as const;
const { slug } = GENERATED;
const out = mkdtempSync(join(tmpdir(), 'mingbai-five-years-'));

let printed: readonly RawFile[];
/** An empty project into which one PDF after the other was taken in. */
let project: readonly RawFile[];
const plans: ImportPlan[] = [];

beforeAll(async () => {
  const pack = `templates/${PACK}/pack.yaml`;
  const shared = edited(
    (await realFiles()).filter(({ path }) => !path.startsWith('content/units/')),
    pack,
    '年度: [2021, 2022, 2023]',
    `年度: [${YEARS.join(', ')}]`,
  );
  let unit: readonly RawFile[] = [];
  for (const year of YEARS) {
    printed = generatedUnit({ ...SHAPE, seed: year }, shared, year, unit);
    unit = printed.filter(({ path }) => path.startsWith(`content/units/${slug}/`));
  }
  await buildSite(compileSite(printed), { out, pdf: true, onProgress: () => undefined });
  project = shared;
  for (const year of YEARS) {
    const pdf = new Uint8Array(readFileSync(join(out, slug, String(year), 'booklet.pdf')));
    const made = await plan(project, { slug, year, pack: PACK }, given('公开文本.pdf', pdf));
    project = withWritten(project, made);
    plans.push(made);
  }
}, 900_000);

afterAll(() => rmSync(out, { recursive: true, force: true }));

it('five years of booklets, taken in one after the other, leave no number unread and no finding', () => {
  expect(plans.map(({ leftovers }) => leftovers)).toEqual(YEARS.map(() => []));
  expect(plans.map(({ findings }) => findings)).toEqual(YEARS.map(() => []));
  expect(textOf(project, `content/units/${slug}/2018/accounts.yaml`)).toContain('用途: 仅作上年对比');
});

it.each(YEARS)('what %i is compared with is what the year before was', (year) => {
  const body = `content/units/${slug}/unit.yaml`;
  const filled = edited(project, body, '类型: 待填', '类型: 行政单位');
  const whole = edited(filled, body, '下属单位:\n  - 待填', '下属单位: []');
  const [again, own] = [whole, printed].map((files) => bookletOf(files, slug, year));
  const different = (own?.figures.ids() ?? []).flatMap((id) => {
    const [was, is] = [own, again].map((one) => one?.figures.find(`${id}.上年`)?.value);
    if (was?.state !== 'known' || is?.state !== 'known') return [];
    return was.exact.minus(is.exact).abs().gt(0.005)
      ? [`${id}: ${was.exact.toFixed()} → ${is.exact.toFixed()}`]
      : [];
  });
  expect(different).toEqual([]);
});
