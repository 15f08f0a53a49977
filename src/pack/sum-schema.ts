import { z } from 'zod';
import { text } from '../accounts/schema/entries.ts';
import { fields } from '../accounts/schema/fields.ts';
import { factKeys, oneOrMore } from './fact-schema.ts';

/** One entry of 自定合计: a figure made of others by adding and subtracting. */
const declaredSum = fields({
  label: ['名称', text, '读者看到的名称'],
  plus: ['加', oneOrMore, '一个数，或几个数；{科目}、{项} 代表各科目、各项'],
  minus: ['减', oneOrMore.optional(), '要减去的数，同'],
  by: ['分', factKeys.optional(), '按什么分列，一行一个合计；不写的只有一个数'],
  only: [
    '只限',
    z.array(text).min(1).optional(),
    '只算哪些科目（连同下级）、哪些项、哪几种自评表；不写的全算',
  ],
});
export type SumFile = z.output<typeof declaredSum>;

/** 自定合计: figures that a pack makes of others, by their ids. */
export const declaredSums = [
  '自定合计',
  z.record(text, declaredSum).default({}),
  '由别的数相加、相减得到的数（小计等），名称 → 怎么加；没有写的照所继承的模板包',
] as const;
