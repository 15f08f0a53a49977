import { error } from '../../../source/diagnostic.ts';
import { placeOfKey } from '../../../source/yaml.ts';
import type { Check } from '../../check.ts';

/** What is published is what was approved: the pack says which approved totals and counts a booklet must enter. */
export const missingApproved: Check = {
  rule: 'missing-approved',
  numbers: [],
  source: '公布的是批复的决算（财预〔2016〕143号）；模板包的“必有”列出要填的批复数',
  summary: '规定要填的批复数都应填写，没有公开的写“未公开”',
  run: ({ year, pack, figures }) => {
    const { document, value } = year.accounts;
    const missing = (pack?.required.approved ?? []).filter(
      (id) => figures.has(id) && !figures.isUnused(id) && !Object.hasOwn(value.approved, id),
    );
    if (missing.length === 0) return [];
    const key = Object.keys(value.approved).length === 0 ? '年度' : '批复数';
    const lines = missing.map((id) => `“${id}: ……”`).join('、');
    const message = `批复数缺少 ${missing.length} 个，这些数没有与批复表核对；请照批复表在“批复数”下补写：${lines}。没有公开的写“未公开”`;
    return [error('missing-approved', message, placeOfKey(document, [key]))];
  },
};
