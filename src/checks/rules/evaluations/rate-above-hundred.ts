import { warning } from '../../../source/diagnostic.ts';
import type { Check } from '../../check.ts';
import { indicatorsOf, placeOfIndicator } from '../../forms/indicators.ts';

/** Rates that are a part of a whole. More than all can be planned, spent or grown: 完成率, 控制率, 增长率 are not here. */
const SHARE =
  /(?:合格|及时|准确|正确|按期完成|按时完成|按期完工|覆盖|达标|符合|通过|完好|优良|接通|办结|可用|合规|知晓|普及|出勤|有效|网办|就近办理)率$|满意(?:度|率)$/u;
const ALL = 100;

/** No part is larger than its whole. */
export const rateAboveHundred: Check = {
  rule: 'rate-above-hundred',
  numbers: ['P14'],
  source: '绩效自评表：合格率、及时率、满意度等是部分占全部的比例',
  summary: '合格率、及时率、满意度等比例的指标值、完成值不应超过 100%',
  run: ({ year }) =>
    year.evaluations.flatMap((form) =>
      indicatorsOf(form)
        .filter(({ indicator }) => SHARE.test(indicator.name))
        .flatMap((item) =>
          (['指标值', '完成值'] as const).flatMap((key) => {
            const read = key === '指标值' ? item.target : item.actual;
            if (read?.unit !== '%' || read.number.lte(ALL)) return [];
            const { name, target, actual } = item.indicator;
            const message = `“${name}”${key}为“${key === '指标值' ? target : actual}”，比例不会超过 100%；请核对`;
            return [warning('rate-above-hundred', message, placeOfIndicator(item, key))];
          }),
        ),
    ),
};
