import type { RawFile } from '../../../src/source/source-file.ts';
import { textFile } from '../project.ts';
import { accountsText, agencyOperating, projectMoney, spentOf, type Money } from './accounts.ts';
import { generalCodes, itemOf, Numbers, total, type Fen } from './amounts.ts';
import { comparativesText, formTexts, narrativeText, UNIT_TEXT } from './texts.ts';

export const LARGE = 'large-department';

/**
 * An invented provincial department with as much of everything as one booklet has to bear: 96 项 of the general budget, two
 * other funds, six subordinate units and the forms of twenty projects, all in the pack `ministry-2024`.
 *
 * @param shared the code tables and packs
 */
export function largeDepartment(shared: readonly RawFile[]): readonly RawFile[] {
  const numbers = new Numbers(20241231);
  const money: Money = {
    general: generalCodes(shared).map((code) => itemOf(code, numbers)),
    funds: ['2120801', '2120899', '2296002', '2296099'].map((code) => itemOf(code, numbers)),
    stateCapital: ['2230105', '2230199', '2239999'].map((code) => itemOf(code, numbers)),
    other: { code: '2010650', spent: 68_204_513_20 },
  };
  const folder = `content/units/${LARGE}`;
  const last = lastYear(money);
  const others = [...last.keys()].filter((id) => /^支出\.\d/.test(id));
  return [
    textFile(`${folder}/unit.yaml`, UNIT_TEXT),
    textFile(`${folder}/2023/accounts.yaml`, comparativesText(last)),
    textFile(`${folder}/2024/accounts.yaml`, accountsText(money, numbers)),
    textFile(`${folder}/2024/narrative.yaml`, narrativeText({ general: money.general, others })),
    ...formTexts(projectMoney(money), numbers).map((text, index) =>
      textFile(`${folder}/2024/performance/project-${index + 1}.yaml`, text),
    ),
  ];
}

/** What the texts compare with: a little less than this year's. */
function lastYear({ general, funds, stateCapital, other }: Money): ReadonlyMap<string, Fen> {
  const all = [...general, ...funds, ...stateCapital];
  const before = (amount: Fen): Fen => Math.floor(amount * 0.94);
  const appropriations = before(total(all.map(({ spent, closing }) => spent + closing)));
  return new Map([
    ['收入.总计', appropriations + before(other.spent)],
    ['支出.总计', appropriations + before(other.spent)],
    ['财政拨款.支出总计', appropriations],
    ['支出.一般公共预算.合计', before(spentOf(general))],
    ...funds.map(({ code, spent }) => [`支出.${code}.政府性基金预算.合计`, before(spent)] as const),
    ...stateCapital.map(({ code, spent }) => [`支出.${code}.国有资本经营预算.合计`, before(spent)] as const),
    ['三公经费.决算数.合计', 98_000_000],
    ['机关运行经费', before(agencyOperating({ general, funds, stateCapital, other }))],
  ]);
}
