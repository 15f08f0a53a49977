import { warning } from '../../../source/diagnostic.ts';
import { placeOfValue } from '../../../source/yaml.ts';
import type { Check } from '../../check.ts';

/** A booklet has the form of its own year. */
export const packYear: Check = {
  rule: 'pack-year',
  numbers: [],
  source: '模板包 pack.yaml 的“年度”',
  summary: '模板包应适用于本年度',
  run({ pack, year: { year, accounts } }) {
    if (pack === undefined || pack.years.includes(year)) return [];
    const message = `模板包“${pack.slug}”适用 ${pack.years.join('、')} 年度，本册是 ${year} 年度；请换用本年度的模板包，格式没有变的，在它的“年度”里加上 ${year}`;
    return [warning('pack-year', message, placeOfValue(accounts.document, ['模板']))];
  },
};
