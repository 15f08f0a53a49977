import { changedSentences } from '../compile/compared/sentences.ts';
import { isTypeset, type BookletPair } from './booklet-sides.ts';
import type { SentenceChange } from './change.ts';

/** The sentences, headings and list items of a booklet that read otherwise, part by part. */
export function sentenceChanges(pair: BookletPair): readonly SentenceChange[] {
  const { body, year, before, after } = pair;
  if (!isTypeset(pair)) return [];
  return changedSentences(before?.document?.parts ?? [], after?.document?.parts ?? []).map((one) => ({
    body,
    year,
    part: one.part,
    before: one.before ?? null,
    after: one.after ?? null,
  }));
}
