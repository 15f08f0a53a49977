import { amountCue } from './amount-cues.ts';
import { changeCue, reached } from './change-cues.ts';
import type { Found } from './found-cue.ts';
import type { Quantity } from './quantity.ts';
import { rateCue } from './rate-cues.ts';
import type { Cue } from './roles.ts';
import type { QuantityKind } from './units.ts';

const LINKS =
  /(?:(?<![节签履违预集])约|大约|为|是|了|(?<![下送直])达到?|(?<![实现])有|共有|近|超过?|不足|逾|(?<!人|户|日|月|年|平|套|件|次|价|车)均|也|都|则|已|仅|只|人民币|即|：|\s|“|”|不到|突破|将近|接近|的|分别|各)+$/u;

/** 站均: the mean of what is counted, and no 均 that only links. */
const MEAN = /^(?![两二三四五六七八九十各几])[\p{Script=Han}]{1,2}均(?=(?:约|为|达到?|近|不足|超过?|\s)*$)/u;

/** What the clause before a number, and the words before that clause, say of it. `lastYear` is the year before, `2022`. */
export function cueOf(clause: string, { kind }: Quantity, lastYear: string): Cue {
  const mean = MEAN.exec(clause)?.[0];
  const core = mean ?? clause.replace(LINKS, '');
  const words = core.replaceAll(/[\s“”]/gu, '');
  return { words, ...(cueOfKind(kind, words, clause, lastYear) ?? reached(words, clause)) };
}

function cueOfKind(kind: QuantityKind, words: string, clause: string, lastYear: string): Found | undefined {
  switch (kind) {
    case 'rate':
      return rateCue(words, clause, lastYear);
    case 'points':
      return changeCue('points', words, clause, lastYear) ?? { role: 'other', direction: 0, subject: words };
    case 'times':
      if (/(?:上年|去年|原来|原先|此前|以前|过去|改造前|调整前)(?:度|同期|的|决算数?|支出|数)*$/u.test(words))
        return { role: 'ratio', direction: 1, subject: '' };
      return (
        changeCue('changeRate', words, clause, lastYear) ?? { role: 'other', direction: 0, subject: words }
      );
    case 'money':
    case 'count':
      return amountCue(words, clause, lastYear);
  }
}
