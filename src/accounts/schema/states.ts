import { z } from 'zod';
import { functionalCode } from './codes.ts';
import { text } from './entries.ts';

/**
 * 情形: states that the unit declares of itself for this year, so that something may be absent. Which there are is for
 * the template pack to say. The value is 是, or the codes that are new this year.
 */
export const states = [
  '情形',
  z
    .record(
      text,
      z.union([z.literal('是'), z.array(functionalCode)], { error: '应为“是”，或者科目编码的列表' }),
    )
    .default({}),
  '本年的特殊情形，如“首次公开: 是”；有哪些由模板包定',
] as const;
