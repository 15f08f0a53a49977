import { z } from 'zod';
import { Exact } from '../decimal.ts';
import { UNDISCLOSED, type Disclosed } from '../disclosed.ts';

/** Digits before the point that any real amount stays below (a quadrillion). */
const MAX_WHOLE_DIGITS = 15;

interface NumberForm {
  /** What the number is, for messages: 金额, 数量, 分数. */
  readonly noun: string;
  readonly decimals: number;
  readonly negative: boolean;
}

interface Problem {
  readonly rule: string;
  readonly message: string;
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
  if (/^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(text)) return `${shown}，不写千分位逗号；请写 ${text.replaceAll(',', '')}`;
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

function numeric(form: NumberForm) {
  return z.string().transform((text, context): Exact => {
    const problem = numberProblem(text, form);
    return problem === undefined ? new Exact(text) : report(context, problem);
  });
}

function numericOrUndisclosed(form: NumberForm) {
  return z.string().transform((text, context): Disclosed<Exact> => {
    if (text === UNDISCLOSED) return UNDISCLOSED;
    const problem = numberProblem(text, form);
    return problem === undefined ? new Exact(text) : report(context, problem);
  });
}

/** An amount that cannot be negative, in the file's unit, two decimals at most; or 未公开. */
export const amount = numericOrUndisclosed({ noun: '金额', decimals: 2, negative: false });

/** An amount that adjustments may turn negative (balances, approved totals), in the file's unit; or 未公开. */
export const signedAmount = numericOrUndisclosed({ noun: '金额', decimals: 2, negative: true });

/** A count of people, vehicles, visits: a whole number; or 未公开. */
export const count = numericOrUndisclosed({ noun: '数量', decimals: 0, negative: false });

/** A measure such as floor space in square metres: two decimals at most; or 未公开. */
export const measure = numericOrUndisclosed({ noun: '数值', decimals: 2, negative: false });

/** A weight or score of a self-evaluation form, in points, two decimals at most. */
export const points = numeric({ noun: '分数', decimals: 2, negative: false });

/** A published print such as `2.88`, kept as text: its digits are what was published. */
export const print = z.string().transform((text, context): string => {
  const problem = numberProblem(text, { noun: '印数', decimals: 2, negative: true });
  return problem === undefined ? text : report(context, problem);
});

/** Control and private-use characters have no business in a text and would disturb typesetting. */
const FORBIDDEN_CHARACTERS = /[\p{Cc}\p{Co}\p{Cs}]/u;

/** A text of the editor's, printed exactly as written: no HTML, Markdown or template code in it is executed. */
export const text = z.string().transform((value, context): string => {
  if (value.trim() === '') return report(context, { rule: 'missing-value', message: '没有填写文字' });
  if (FORBIDDEN_CHARACTERS.test(value.replaceAll(/[\r\n]/g, ''))) {
    return report(context, { rule: 'bad-text', message: '含有不可见的控制字符或私用字符；请删去' });
  }
  return value.trim().replaceAll(/\r\n?/g, '\n');
});

/** The unit that a file's amounts are written in. */
export const moneyUnit = z.enum(['元', '万元']);
export type MoneyUnit = z.output<typeof moneyUnit>;

/** A financial year in four digits. */
export const year = z.string().transform((value, context): number => {
  if (/^(19|20)\d\d$/.test(value)) return Number(value);
  return report(context, { rule: 'wrong-year', message: `为“${shorten(value)}”，应为四位年份，例如 2023` });
});

/** Name of a template pack: one folder under templates/. */
export const packName = z.string().transform((value, context): string => {
  if (/^[a-z0-9][a-z0-9-]*$/.test(value)) return value;
  return report(context, { rule: 'bad-name', message: `为“${shorten(value)}”，应为 templates/ 下的文件夹名，只含小写字母、数字和连字符` });
});
