import { formatExact } from '../../../accounts/decimal.ts';
import { sumOf } from '../../../figures/value.ts';
import { warning } from '../../../source/diagnostic.ts';
import type { Check } from '../../check.ts';
import { formatCount } from '../../amounts.ts';
import { placeOfFigure, relatedFigure, relatedPrior } from '../../figure-places.ts';
import { excessOf } from '../../relations.ts';

const HELD = '三公经费.公务用车保有量';

/** Cars held are last year's, less those given up, and those bought; more must have been transferred or borrowed. */
export const vehiclesAdded: Check = {
  rule: 'vehicles-added',
  numbers: ['R73', 'R78'],
  source: '公务用车保有量 = 上年保有量 + 本年购置和调入、借入 − 处置和调出',
  summary: '公务用车保有量比上年增加的，应由本年购置说明',
  run({ figures, prior }) {
    const [held, bought] = [figures.get(HELD), figures.get('三公经费.公务用车购置数')];
    const last = prior(held)?.value;
    const excess = last && excessOf(held.value, sumOf([last, bought.value]));
    const place = excess && placeOfFigure(held, figures);
    if (last === undefined || excess === undefined || place === undefined) return [];
    const message = `“${held.label}”为 ${formatCount(held.value)}，上年为 ${formatCount(last)}，本年购置 ${formatCount(bought.value)}，多出 ${formatExact(excess)} 辆；请核对，调入、借入的请在差异原因中说明`;
    const related = [
      ...relatedPrior('上年的保有量', HELD, prior),
      ...relatedFigure('本年购置数在这里', bought, figures),
    ];
    return [warning('vehicles-added', message, place, related)];
  },
};
