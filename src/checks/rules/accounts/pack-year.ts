import { packAdvice } from '../../../pack/pack-of-year.ts';
import { warning } from '../../../source/diagnostic.ts';
import { placeOfValue } from '../../../source/yaml.ts';
import type { Check } from '../../check.ts';

/** A booklet has the form of its own year. */
export const packYear: Check = {
  rule: 'pack-year',
  numbers: [],
  source: '模板包 pack.yaml 的“年度”',
  summary: '模板包应适用于本年度',
  run({ pack, shelf, year: { year, accounts } }) {
    if (pack === undefined || pack.years.includes(year)) return [];
    const advice = packAdvice(pack, year, shelf);
    const message = `模板包“${pack.slug}”适用 ${pack.years.join('、')} 年度，本册是 ${year} 年度；${advice}`;
    return [warning('pack-year', message, placeOfValue(accounts.document, ['模板']))];
  },
};
