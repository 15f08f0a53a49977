import { z } from 'zod';
import { UNDISCLOSED } from '../disclosed.ts';
import { TO_FILL } from '../unfilled.ts';
import { EDITOR_FORMS } from './editor-forms.ts';
import { report, shorten } from './report.ts';

/** No text of a booklet is nearly as long; whatever is longer was pasted by mistake. */
const LONGEST_TEXT = 20_000;

/** Tabs and private-use characters would disturb typesetting; what no file may hold is reported where it is read. */
const FORBIDDEN_CHARACTERS = /[\t\p{Co}]/u;
/** A quick question that nearly every text answers with no: any of those, a line end, or half of a pair. */
const MAY_BE_FORBIDDEN = /[^ -~\u00a0-\ud7ff\uf900-\uffff]/;

/** A text of the editor's, printed exactly as written: no HTML, Markdown or template code in it is executed. */
export const text = z
  .string()
  .transform((value, context): string => {
    const trimmed = value.trim();
    if (trimmed === '') return report(context, { rule: 'missing-value', message: '没有填写文字' });
    if (value.length > LONGEST_TEXT) {
      const message = `文字有 ${value.length} 个字符，应不超过 ${LONGEST_TEXT}；请检查是否放错了内容`;
      return report(context, { rule: 'bad-text', message });
    }
    if (!MAY_BE_FORBIDDEN.test(value)) return trimmed;
    if (FORBIDDEN_CHARACTERS.test(value)) {
      return report(context, { rule: 'bad-text', message: '含有制表符或私用字符；请删去' });
    }
    return trimmed.replaceAll(/\r\n?/g, '\n');
  })
  .register(EDITOR_FORMS, {
    type: ['string', 'number', 'boolean'],
    pattern: '\\S',
    errorMessage: '应填写文字',
  });

/** A text for which editors are offered an example. */
export function textLike(example: string): typeof text {
  const form = EDITOR_FORMS.get(text);
  const like = text.clone();
  return form === undefined ? like : like.register(EDITOR_FORMS, { ...form, examples: [example] });
}

/** The unit that a file's amounts are written in; while it is still to be filled in, there are no amounts either. */
export const moneyUnit = z
  .enum(['元', '万元', TO_FILL])
  .transform((unit): '元' | '万元' => (unit === TO_FILL ? '万元' : unit));
export type MoneyUnit = z.output<typeof moneyUnit>;

/** A financial year in four digits. */
export const year = z
  .string()
  .transform((value, context): number => {
    if (/^(19|20)\d\d$/.test(value)) return Number(value);
    return report(context, { rule: 'wrong-year', message: `为“${shorten(value)}”，应为四位年份，例如 2023` });
  })
  .register(EDITOR_FORMS, {
    type: ['integer', 'string'],
    pattern: '^(19|20)\\d\\d$',
    minimum: 1900,
    maximum: 2099,
    errorMessage: '应为四位年份，例如 2023',
  });

/** A day as `2024-08-20`. */
export const date = day([]);

/** A day, or 未公开. */
export const dateOrUndisclosed = day([UNDISCLOSED]);

function day(words: readonly string[]) {
  const pattern = ['\\d{4}-\\d{2}-\\d{2}', ...words].join('|');
  const errorMessage = `应为年-月-日，例如 2024-08-20${words.map((word) => `；或“${word}”`).join('')}`;
  return z
    .string()
    .transform((value, context): string => {
      if (words.includes(value) || isDate(value)) return value;
      return report(context, { rule: 'wrong-date', message: `为“${shorten(value)}”，${errorMessage}` });
    })
    .register(EDITOR_FORMS, {
      type: ['string'],
      pattern: `^(${pattern})$`,
      examples: ['2024-08-20', ...words],
      errorMessage,
    });
}

function isDate(text: string): boolean {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : undefined;
  return day !== undefined && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/** Name of a template pack: one folder under templates/. */
export const packName = z
  .string()
  .transform((value, context): string => {
    if (/^[a-z0-9][a-z0-9-]*$/.test(value)) return value;
    return report(context, {
      rule: 'bad-name',
      message: `为“${shorten(value)}”，应为 templates/ 下的文件夹名，只含小写字母、数字和连字符`,
    });
  })
  .register(EDITOR_FORMS, {
    type: ['string'],
    pattern: '^[a-z0-9][a-z0-9-]*$',
    examples: ['xinjiang-2023'],
    errorMessage: '应为 templates/ 下的文件夹名，只含小写字母、数字和连字符',
  });

/** An address on the web to which paths are appended: it ends in a slash. */
export const webAddress = z
  .string()
  .transform((value, context): string => {
    const address = URL.parse(value);
    const plain = address !== null && address.search === '' && address.hash === '' && address.username === '';
    if (plain && /^https?:$/.test(address.protocol) && value.endsWith('/')) return address.href;
    return report(context, {
      rule: 'bad-address',
      message: `为“${shorten(value)}”，应为以 http:// 或 https:// 开头、以 / 结尾的网址`,
    });
  })
  .register(EDITOR_FORMS, {
    type: ['string'],
    pattern: '^https?://[^\\s?#]+/$',
    errorMessage: '应为以 http:// 或 https:// 开头、以 / 结尾的网址',
  });
