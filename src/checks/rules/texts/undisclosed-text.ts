import { UNDISCLOSED } from '../../../accounts/disclosed.ts';
import { note } from '../../../source/diagnostic.ts';
import type { Check } from '../../check.ts';
import { corpusOf, pathOfText, placeOfText } from '../../words/booklet-texts.ts';

/** A text that is not disclosed satisfies what is asked for, and is listed. */
export const undisclosedText: Check = {
  rule: 'undisclosed-text',
  numbers: [],
  source: '以公开为常态、不公开为例外（财预〔2016〕143号）',
  summary: '列出写成“未公开”的文字',
  run: (subject) =>
    corpusOf(subject)
      .texts('narrative')
      .filter(({ text }) => text.replace(/。$/, '') === UNDISCLOSED)
      .map((source) => {
        const key = pathOfText(source).map(String).join('.');
        return note('undisclosed-text', `“${key}”写的是“未公开”，照样印出`, placeOfText(source, 0));
      }),
};
