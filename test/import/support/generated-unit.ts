import type { RawFile } from '../../../src/source/source-file.ts';
import { compiled, opened } from '../../support/compiled.ts';
import { textFile } from '../../support/project.ts';
import { Accounts } from './generated/accounts.ts';
import { Draws, type UnitShape } from './generated/draws.ts';
import { generatedForms } from './generated/forms.ts';
import { CAUSES, EFFECTS, MATTERS } from './generated/words.ts';

export const GENERATED = { slug: 'generated', year: 2023 } as const;

/**
 * An invented unit whose accounts balance, in a pack: it has what the pack asks for, with a reason of its own for each
 * figure.
 *
 * @param shared the code tables and packs
 * @param earlier the unit's files of earlier years, if it has any
 */
export function generatedUnit(
  shape: UnitShape,
  shared: readonly RawFile[],
  year: number = GENERATED.year,
  earlier: readonly RawFile[] = [],
): readonly RawFile[] {
  const draws = new Draws(shape);
  const pack = opened(shared).packs.packs.get(shape.pack);
  if (pack === undefined) throw new Error(`no pack ${shape.pack}`);
  const accounts = new Accounts(draws, shared, year, pack.facts.book);
  const folder = `content/units/${GENERATED.slug}`;
  const own = `${folder}/${year}`;
  const name = `示例${draws.pick(['东山', '南湖', '西林', '北原'])}市${draws.pick(MATTERS)}局`;
  const unit = textFile(`${folder}/unit.yaml`, `名称: ${name}\n类型: 行政单位\n下属单位: []\n`);
  const base = [
    ...shared,
    ...(earlier.length > 0 ? earlier : [unit]),
    textFile(`${own}/accounts.yaml`, accounts.text()),
    ...generatedForms(new Draws(shape), pack, own),
  ];
  const told = (reasons: readonly string[], texts: readonly string[]): RawFile =>
    textFile(`${own}/narrative.yaml`, narrative(draws, reasons, texts));
  const filled = [...base, told([], [])];
  const prior = missing(filled, 'missing-prior', /“([^“”：]+): ……”/gu);
  const before = textFile(`${folder}/${year - 1}/accounts.yaml`, comparatives(draws, year - 1, prior));
  const compared = earlier.some(({ path }) => path === before.path) ? [] : [before];
  const all = [...filled, ...compared];
  const reasons = missing(all, 'missing-reason', /补写“(.+?): ……”/gu);
  const texts = missing(all, 'missing-text', /narrative\.yaml 没有写；请补写“(.+?): ……”/gu);
  return [...base, ...compared, told(reasons, texts)];
}

/** Ids that findings of a rule ask for. */
function missing(files: readonly RawFile[], rule: string, form: RegExp): readonly string[] {
  const { diagnostics } = compiled(files);
  const told = diagnostics.filter((one) => one.rule === rule);
  return [
    ...new Set(told.flatMap(({ message }) => [...message.matchAll(form)].flatMap(([, id]) => id ?? []))),
  ];
}

/** What the year before was, for comparison. */
function comparatives(draws: Draws, year: number, ids: readonly string[]): string {
  const values = ids.map(
    (id) => `  ${id}: ${draws.pick([draws.written(draws.amount()), '0.00', '未公开'])}\n`,
  );
  return `年度: ${year}\n金额单位: ${draws.shape.unit}\n用途: 仅作上年对比\n对比数:${values.length === 0 ? ' {}\n' : `\n${values.join('')}`}`;
}

function narrative(draws: Draws, ids: readonly string[], texts: readonly string[]): string {
  const reason = (): string =>
    `${draws.pick(MATTERS)}${draws.pick(CAUSES)}，${draws.pick(MATTERS)}${draws.pick(EFFECTS)}`;
  return [
    `主要职能: |-\n  （一）负责${reason()}。\n  （二）承担${reason()}。\n下设处室:\n  - 办公室\n  - 综合科\n`,
    `原因:${ids.length === 0 ? ' {}\n' : `\n${ids.map((id) => `  ${id}: ${reason()}\n`).join('')}`}`,
    `开支内容:\n  因公出国（境）费: 出访${reason()}\n  公务用车运行维护费: 车辆${reason()}\n  公务接待费: 来访${reason()}\n`,
    ...texts.map((name) => `${name}: ${draws.pick(MATTERS)}\n`),
    `其他用车用途: ${draws.pick(MATTERS)}用车\n绩效管理:\n  成效: ${reason()}。\n  发现的问题及原因: ${reason()}。\n`,
    `  下一步改进措施: ${reason()}。\n其他说明事项: ${reason()}。\n`,
  ].join('');
}
