import { z } from 'zod';
import { UNDISCLOSED } from '../disclosed.ts';
import { EDITOR_FORMS } from './editor-forms.ts';
import { text } from './entries.ts';
import { issueOf } from './issue.ts';

/** What stands around a code as a part of it: to YAML only `"` and `'` are quotes. */
const OTHER_QUOTES = /[“”‘’＂＇「」]/u;

function code(form: RegExp, message: string) {
  return z
    .string()
    .check((context) => {
      if (form.test(context.value)) return;
      const quotes = OTHER_QUOTES.test(context.value) ? '；编码两边的引号要用半角的 "' : '';
      const shown = `编码为“${context.value.slice(0, 40)}”，${message}${quotes}`;
      context.issues.push(issueOf({ rule: 'bad-code', message: shown }, context.value));
    })
    .register(EDITOR_FORMS, { type: ['string'], pattern: form.source, errorMessage: `编码${message}` });
}

/** A code of the functional classification: 类 3, 款 5 or 项 7 digits. */
export const functionalCode = code(
  /^2\d{2}(\d{2}){0,2}$/,
  '应为 3 位（类）、5 位（款）或 7 位（项）数字，以 2 开头',
);

/** A functional code, or 未公开 for expenditure whose classification is not disclosed. */
export const functionalCodeOrUndisclosed = code(
  new RegExp(`^(2\\d{2}(\\d{2}){0,2}|${UNDISCLOSED})$`),
  '应为 3 位（类）、5 位（款）或 7 位（项）数字，以 2 开头',
);

/** A code of the economic classification of department budgets: 类 3 or 款 5 digits. */
export const economicCode = code(/^3\d{2}(\d{2})?$/, '应为 3 位（类）或 5 位（款）数字，以 3 开头');

/** A code of either classification. */
export const anyCode = code(
  /^[23]\d{2}(\d{2}){0,2}$/,
  '应为功能分类科目（以 2 开头）或经济分类科目（以 3 开头）的 3 位、5 位或 7 位数字',
);

/** A run of digits as long as a 款: no official name has one. */
const CODE_IN_NAME = /\d{5}/;

/** The official name of a code, or undefined for 未公开: a name is public. A code is no name, it would be printed as one. */
export const codeName = text
  .check(({ value, issues }) => {
    if (/\p{Script=Han}/u.test(value) && !CODE_IN_NAME.test(value)) return;
    const message = `科目名称为“${value.slice(0, 40)}”，应为批复表上的名称，不写编码；请改正`;
    issues.push(issueOf({ rule: 'bad-text', message }, value));
  })
  .transform((value) => (value === UNDISCLOSED ? undefined : value));

/** Longer texts would stand beside a chart as a paragraph. */
const LONGEST_PURPOSE = 60;

/** What a class pays for, in everyday words: half a sentence, whose numbers nobody could answer for. */
export const purpose = text.check(({ value, issues }) => {
  const shown = value.slice(0, 40);
  const report = (why: string): unknown =>
    issues.push(issueOf({ rule: 'bad-text', message: `用途为“${shown}”，${why}` }, value));
  if (/\d/u.test(value)) report('不写数字；请改成文字');
  else if (/[。\n]/u.test(value)) report('应是一句话，不写句号、不换行；请改写');
  else if (value.length > LONGEST_PURPOSE)
    report(`有 ${value.length} 个字，应不超过 ${LONGEST_PURPOSE} 个；请缩短`);
});
