import { warning } from '../../../source/diagnostic.ts';
import type { Check } from '../../check.ts';
import { indicatorsOf, placeOfIndicator } from '../../forms/indicators.ts';

/** Begins like a number with its operator. */
const LIKE_A_NUMBER = /^\s*[<>=≤≥≦≧＜＞＝]*\s*[.．]?[\d０-９]/u;
/** Deadlines are targets too, and no numbers. */
const DATE = /[年月日]/u;

/** A target or achievement that looks like a number can be read as one. */
export const unreadableValue: Check = {
  rule: 'unreadable-value',
  numbers: ['P14'],
  source: '绩效自评表：运算符、数、单位',
  summary: '指标值、完成值应写成运算符、数和单位，例如 >=90%',
  run: ({ year }) =>
    year.evaluations.flatMap((form) =>
      indicatorsOf(form).flatMap((item) =>
        (['指标值', '完成值'] as const).flatMap((key) => {
          const [text, read] =
            key === '指标值' ? [item.indicator.target, item.target] : [item.indicator.actual, item.actual];
          if (read !== undefined || !LIKE_A_NUMBER.test(text) || DATE.test(text)) return [];
          const message = `“${item.indicator.name}”${key}为“${text}”，读不出运算符、数和单位；请写成 >=90%、=4次/年 的样子`;
          return [warning('unreadable-value', message, placeOfIndicator(item, key))];
        }),
      ),
    ),
};
