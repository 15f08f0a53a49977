import { z } from 'zod';
import { AMOUNT_UNITS, AmountInUnit, decimalsIn, splitUnit, type EnteredAmount } from '../amount-in-unit.ts';
import { Exact } from '../decimal.ts';
import { UNDISCLOSED, type Disclosed } from '../disclosed.ts';
import { TO_FILL } from '../unfilled.ts';
import { EDITOR_FORMS, type EditorForm } from './editor-forms.ts';
import type { Problem } from './issue.ts';
import { report, shorten } from './report.ts';

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

/** The same form for the editor's YAML support, which reads `12.50` as a number and `"12.50"` as text. */
function numberForEditor(form: NumberForm, words: readonly string[]): EditorForm {
  const { noun, decimals, negative } = form;
  const kind = decimals === 0 ? '整数' : `数字，最多 ${decimals} 位小数`;
  return {
    type: [decimals === 0 ? 'integer' : 'number', 'string'],
    pattern: oneOf([numberPattern(form), ...words]),
    examples: [decimals === 0 ? '0' : '0.00', ...words],
    errorMessage: `${noun}应为${kind}${negative ? '' : '，不小于 0'}${words.map((word) => `；或“${word}”`).join('')}`,
    ...(!negative && { minimum: 0 }),
  };
}

/** Besides plain numbers, those with a unit of their own. */
function moneyForEditor(form: NumberForm): EditorForm {
  const words = [UNDISCLOSED, TO_FILL];
  const plain = numberForEditor(form, words);
  const inUnits = AMOUNT_UNITS.map(
    (unit) => `${numberPattern({ ...form, decimals: decimalsIn(unit) })} ?${unit}`,
  );
  return {
    ...plain,
    pattern: oneOf([numberPattern(form), ...words, ...inUnits]),
    examples: [...(plain.examples ?? []), '980.05万元'],
    errorMessage: `${plain.errorMessage}；只有别的单位的数，把单位写在后面，如 980.05万元`,
  };
}

function oneOf(patterns: readonly string[]): string {
  return `^(${patterns.join('|')})$`;
}

function numberPattern({ decimals, negative }: NumberForm): string {
  const fraction = decimals === 0 ? '' : `(\\.\\d{1,${decimals}})?`;
  return `${negative ? '-?' : ''}(0|[1-9]\\d{0,${MAX_WHOLE_DIGITS - 1}})${fraction}`;
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

/** An amount in the file's unit, two decimals at most, or in one that stands behind it: as it was published; or 未公开. */
export function money(form: NumberForm) {
  return z
    .string()
    .transform((text, context): EnteredAmount => {
      if (text === UNDISCLOSED || text === TO_FILL) return UNDISCLOSED;
      const own = splitUnit(text);
      const problem =
        own === undefined
          ? numberProblem(text, form)
          : numberProblem(own.number, { ...form, decimals: decimalsIn(own.unit) });
      if (problem !== undefined) return report(context, problem);
      return own === undefined ? new Exact(text) : new AmountInUnit(own.number, own.unit);
    })
    .register(EDITOR_FORMS, moneyForEditor(form));
}

/** An amount of a self-evaluation form: it cannot be negative. */
export const amount = money({ noun: '金额', decimals: 2, negative: false });

/** An approved total or a figure of the year before, which adjustments may turn negative: money or a count; or 未公开. */
export const signedAmount = money({ noun: '金额', decimals: 2, negative: true });

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
