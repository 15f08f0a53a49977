import { isZero } from '../../../figures/value.ts';
import { note } from '../../../source/diagnostic.ts';
import { placeOfKey } from '../../../source/yaml.ts';
import { formatCount } from '../../amounts.ts';
import type { Check } from '../../check.ts';
import { placeOfFigure } from '../../figure-places.ts';
import { isPositive } from '../../relations.ts';

const REASON = '国有资产.车辆数.与保有量差异';

/**
 * Vehicles held differ from vehicles owned where some are borrowed or lent; the missing reason is an error of the text
 * (`missing-reason`). Where not one is owned, readers will ask, so the reviewer should know.
 */
export const vehiclesHeld: Check = {
  rule: 'vehicles-held',
  numbers: ['R73'],
  source: '公务用车保有量与国有资产车辆数的口径不同：借用、调剂的车辆只计保有量',
  summary: '资产中没有车辆的，一般也没有公务用车保有量',
  run({ figures, year }) {
    const held = figures.get('三公经费.公务用车保有量');
    const owned = figures.get('国有资产.车辆数');
    const place = placeOfFigure(held, figures);
    if (place === undefined || !isPositive(held.value) || !isZero(owned.value)) return [];
    const { document, value } = year.narrative;
    const told = value.reasons[REASON] !== undefined;
    const message = `“公务用车保有量”为 ${formatCount(held.value)}，国有资产中车辆为 0：${told ? '已说明原因，请确认保有的都是借用、调剂的车辆' : `请在“原因”下写明“${REASON}”`}`;
    const related = told ? [{ message: '原因在这里', place: placeOfKey(document, ['原因', REASON]) }] : [];
    return [note('vehicles-held', message, place, related)];
  },
};
