import { z } from 'zod';
import { text } from './entries.ts';

/** 待核: keys of the same file whose words were carried over from last year and not looked at yet. */
export const toReview = [
  '待核',
  z.array(text).default([]),
  '从上年带来、还没有核对的键；核对一项删一项，核对完删去“待核”',
] as const;
