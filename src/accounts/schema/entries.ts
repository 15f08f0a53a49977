import { z } from 'zod';
import { Exact } from '../decimal.ts';
import { UNDISCLOSED, type Disclosed } from '../disclosed.ts';
import { TO_FILL } from '../unfilled.ts';
import { EDITOR_FORMS, type EditorForm } from './editor-forms.ts';
import type { Problem } from './issue.ts';

/** Digits before the point that any real amount stays below (a quadrillion). */
const MAX_WHOLE_DIGITS = 15;

/** What a number in a file may look like. */
export interface NumberForm {
  /** What the number is, for messages: 金额, 数量, 分数. */
  readonly noun: string;
  readonly decimals: number;
  readonly negative: boolean;
}

/** Why a text is not a number of this form; undefined if it is one. */
function numberProblem(text: string, form: NumberForm): Problem | undefined {
  const { noun } = form;
  if (text === '') return { rule: 'missing-value', message: `没有填写${noun}；没有公开的写“${UNDISCLOSED}”` };
  const match = /^(-?)(0|[1-9]\d*)(?:\.(\d+))?$/.exec(text);
  if (match === null) return { rule: 'not-a-number', message: notANumber(text, noun) };
  const [, sign, whole = '', fraction = ''] = match;
  const shown = `${noun}为 ${shorten(text)}`;
  if (whole.length > MAX_WHOLE_DIGITS) {
    return { rule: 'number-too-large', message: `${shown}，整数超过 ${MAX_WHOLE_DIGITS} 位；请核对` };
  }
  if (sign === '-' && !form.negative) {
    return { rule: 'negative-amount', message: `${shown}，应不小于 0；请核对正负号` };
  }
  if (fraction.length > form.decimals) {
    const limit = form.decimals === 0 ? '应为整数' : `应最多 ${form.decimals} 位小数`;
    return { rule: 'decimal-places', message: `${shown}，${limit}；请按批复表填写` };
  }
  return undefined;
}

function notANumber(text: string, noun: string): string {
  const shown = `${noun}为“${shorten(text)}”`;
  if (/[０-９．，－]/.test(text)) return `${shown}，含有全角字符；请改用半角数字`;
  if (/^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(text))
    return `${shown}，不写千分位逗号；请写 ${text.replaceAll(',', '')}`;
  if (/^-?\.\d+$/.test(text)) return `${shown}，小数点前应有 0；请补上`;
  return `${shown}，应为数字，例如 113.40；没有公开的写“${UNDISCLOSED}”`;
}

function shorten(text: string): string {
  return text.length <= 40 ? text : `${text.slice(0, 40)}…`;
}

function report(context: z.RefinementCtx, problem: Problem): never {
  context.addIssue({ code: 'custom', message: problem.message, params: { rule: problem.rule } });
  return z.NEVER;
}

/** The same form for the editor's YAML support, which reads `12.50` as a number and `"12.50"` as text. */
function numberForEditor({ noun, decimals, negative }: NumberForm, words: readonly string[]): EditorForm {
  const kind = decimals === 0 ? '整数' : `数字，最多 ${decimals} 位小数`;
  const number = `${negative ? '-?' : ''}(0|[1-9]\\d{0,${MAX_WHOLE_DIGITS - 1}})${decimals === 0 ? '' : `(\\.\\d{1,${decimals}})?`}`;
  return {
    type: [decimals === 0 ? 'integer' : 'number', 'string'],
    pattern: `^(${[number, ...words].join('|')})$`,
    examples: [decimals === 0 ? '0' : '0.00', ...words],
    errorMessage: `${noun}应为${kind}${negative ? '' : '，不小于 0'}${words.map((word) => `；或“${word}”`).join('')}`,
    ...(!negative && { minimum: 0 }),
  };
}

/** A score that is still to be filled in is not a number yet; figures take it as not disclosed. */
function numeric(form: NumberForm) {
  return z
    .string()
    .transform((text, context): Exact => {
      if (text === TO_FILL) return new Exact(NaN);
      const problem = numberProblem(text, form);
      return problem === undefined ? new Exact(text) : report(context, problem);
    })
    .register(EDITOR_FORMS, numberForEditor(form, [TO_FILL]));
}

/** A number as a fact's row describes it; or 未公开. */
export function quantity(form: NumberForm) {
  return z
    .string()
    .transform((text, context): Disclosed<Exact> => {
      if (text === UNDISCLOSED || text === TO_FILL) return UNDISCLOSED;
      const problem = numberProblem(text, form);
      return problem === undefined ? new Exact(text) : report(context, problem);
    })
    .register(EDITOR_FORMS, numberForEditor(form, [UNDISCLOSED, TO_FILL]));
}

/** An amount that cannot be negative, in the file's unit, two decimals at most; or 未公开. */
export const amount = quantity({ noun: '金额', decimals: 2, negative: false });

/** An amount that adjustments may turn negative (balances, approved totals), in the file's unit; or 未公开. */
export const signedAmount = quantity({ noun: '金额', decimals: 2, negative: true });

/** A weight or score of a self-evaluation form, in points, two decimals at most. */
export const points = numeric({ noun: '分数', decimals: 2, negative: false });

const PRINT: NumberForm = { noun: '印数', decimals: 2, negative: true };

/** A published print such as `2.88`, kept as text: its digits are what was published. */
export const print = published([]);

/** A published print, or 未公开 of what was published later. */
export const printOrUndisclosed = published([UNDISCLOSED]);

function published(words: readonly string[]) {
  return z
    .string()
    .transform((text, context): string => {
      const problem = words.includes(text) ? undefined : numberProblem(text, PRINT);
      return problem === undefined ? text : report(context, problem);
    })
    .register(EDITOR_FORMS, numberForEditor(PRINT, words));
}

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
