import { knownText } from '../../../accounts/disclosed.ts';
import { warning } from '../../../source/diagnostic.ts';
import { placeOfValue } from '../../../source/yaml.ts';
import type { Check } from '../../check.ts';
import { daysBetween } from '../../dates.ts';

/** Accounts are published within the days that the pack allows after their approval. */
export const latePublication: Check = {
  rule: 'late-publication',
  numbers: [],
  source: '批复后 20 日内公开（财预〔2016〕143号）；期限由模板包的“公开期限”定',
  summary: '公开日期应在批复后规定的期限以内',
  run: ({ year, pack }) => {
    const { publication } = year.accounts.value;
    const approved = knownText(publication.approvedOn);
    const published = knownText(publication.publishedOn);
    const limit = pack?.publicationDays;
    if (approved === undefined || published === undefined || limit === undefined) return [];
    const days = daysBetween(approved, published);
    if (days <= limit) return [];
    const message = `批复日期 ${approved}、公开日期 ${published}，相隔 ${days} 日，应在批复后 ${limit} 日内公开；日期有误的请改正，确实迟了的请说明`;
    return [warning('late-publication', message, placeOfValue(year.accounts.document, ['公开', '公开日期']))];
  },
};
