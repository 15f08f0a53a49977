import { error, warning } from '../../../source/diagnostic.ts';
import { placeOfValue } from '../../../source/yaml.ts';
import type { Check } from '../../check.ts';
import { codeEntries } from '../../code-entries.ts';
import { otherYearOf } from '../../other-years.ts';

/** A name given beside a code must be the name of that code in that year. */
export const codeNames: Check = {
  rule: 'code-names',
  numbers: [],
  source: '政府收支分类科目（当年版）：名称随编码和年度而定',
  summary: '科目名称应与当年编码表一致',
  run: (subject) =>
    codeEntries(subject.year).flatMap(({ table, code, name, document, path }) => {
      const known = subject.codes[table].get(code);
      if (name === undefined || known === undefined || known.name === name) return [];
      const { year } = subject.year;
      const other = otherYearOf(subject, table, (codes) => codes.get(code)?.name === name);
      const advice =
        other === undefined ? '请核对编码和名称' : `“${name}”是 ${other} 年编码表中的名称，请改用当年名称`;
      const message = `科目 ${code} 的名称为“${name}”，应为“${known.name}”（${year} 年编码表）；${advice}`;
      const place = placeOfValue(document, [...path, '名称']);
      // An earlier name leads to the same code; any other name may belong to another code.
      const certain = known.verified && other === undefined;
      return [certain ? error('code-names', message, place) : warning('code-names', message, place)];
    }),
};
