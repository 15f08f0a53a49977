import { knownText } from '../../../accounts/disclosed.ts';
import { error } from '../../../source/diagnostic.ts';
import { placeOfValue } from '../../../source/yaml.ts';
import type { Check } from '../../check.ts';
import { firstDayAfter } from '../../dates.ts';

/** A finding is let stand after the year that it is about and before its booklet is published, or published again. */
export const waiverDate: Check = {
  rule: 'waiver-date',
  numbers: [],
  source: '保留一个发现，要在编制决算时、公开以前决定',
  summary: '核对说明的日期应在年度结束以后、公开以前',
  run: ({ year }) => {
    const { document, value } = year.accounts;
    const { publishedOn, corrections } = value.publication;
    const last = [publishedOn, ...corrections.map(({ date }) => date)].flatMap(
      (date) => knownText(date) ?? [],
    );
    const [from, to] = [firstDayAfter(year.year), last.sort().at(-1)];
    return value.waivers.flatMap(({ date }, index) => {
      if (date >= from && (to === undefined || date <= to)) return [];
      const until = to === undefined ? '' : `，不晚于 ${to}（公开或更正的日期）`;
      const message = `核对说明第 ${index + 1} 条的日期为 ${date}，应在 ${year.year} 年度结束以后（${from} 起）${until}；请改成作出决定的日期`;
      return [error('waiver-date', message, placeOfValue(document, ['核对说明', index, '日期']))];
    });
  },
};
