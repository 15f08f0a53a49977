import type { Exact } from '../../../accounts/decimal.ts';
import { exactOf } from '../../../figures/figure.ts';
import type { Registry } from '../../../figures/registry.ts';
import { note } from '../../../source/diagnostic.ts';
import { placeOfKey } from '../../../source/yaml.ts';
import { amountsIn, type Amounts } from '../../amounts.ts';
import type { Check } from '../../check.ts';
import { isDisputed } from '../../relations.ts';

const WHOLE = '收入.总计';
const PART = '财政拨款.支出总计';

/** Where all money rose and fiscal money fell, or the other way about, one reason must speak of both. */
export const oppositeChanges: Check = {
  rule: 'opposite-changes',
  numbers: ['R64'],
  source: '收支总体情况的变动原因应包括财政拨款和其他资金两方面',
  summary: '收支总计与财政拨款一增一减的，原因应两方面都说到',
  run({ figures, year: { narrative, accounts } }) {
    if ([WHOLE, PART].some((id) => isDisputed(figures.get(id), figures))) return [];
    const [whole, part] = [changeOf(figures, WHOLE), changeOf(figures, PART)];
    if (whole === undefined || part === undefined || narrative.value.reasons[WHOLE] === undefined) return [];
    if (!whole.times(part).isNegative() || whole.times(part).isZero()) return [];
    const amounts = amountsIn(accounts.value.moneyUnit);
    const changes = `收支总计比上年${spoken(whole, amounts)}，其中财政拨款${spoken(part, amounts)}，其他资金${spoken(whole.minus(part), amounts)}`;
    const message = `${changes}；“${WHOLE}”的原因应两方面都说到，请复核`;
    return [note('opposite-changes', message, placeOfKey(narrative.document, ['原因', WHOLE]))];
  },
};

function changeOf(figures: Registry, id: string): Exact | undefined {
  return exactOf(figures.get(`${id}.增减额`));
}

function spoken(change: Exact, amounts: Amounts): string {
  return `${change.isNegative() ? '减少' : '增加'} ${amounts.difference(change)}`;
}
