import { z } from 'zod';
import { text } from './entries.ts';
import { fields } from './fields.ts';

const saying = z.record(text, z.array(text));

/** `content/search/*.yaml`: what the public calls things, for the search. */
export const searchWordsSchema = fields({
  answers: [
    '回答',
    z
      .array(
        fields({
          titles: ['标题', z.array(text).min(1), '章节标题里的字；各地写法不同的都写上'],
          words: ['说法', saying, '决算里的用语: [公众的说法]'],
        }),
      )
      .default([]),
    '哪一节回答什么；一句话里说到几节的，排在前面的先答',
  ],
  same: ['同义', saying.default({}), '公众的说法: [决算里的写法]'],
  filler: ['虚词', z.array(text).default([]), '问话里的字，搜不到原话的去掉再搜'],
});
export type SearchWords = z.output<typeof searchWordsSchema>;

/** The words of several files, those of the first ones before those of the others. */
export function togetherOf(files: readonly SearchWords[]): SearchWords {
  const same: Record<string, string[]> = {};
  for (const file of files)
    for (const [said, written] of Object.entries(file.same)) same[said] = [...(same[said] ?? []), ...written];
  return {
    answers: files.flatMap(({ answers }) => answers),
    same,
    filler: files.flatMap(({ filler }) => filler),
  };
}
