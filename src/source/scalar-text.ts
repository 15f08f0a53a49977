import { getScalarValue, SCALAR_STYLE, type ScalarEvent } from 'js-yaml';
import { gap } from './folded-text.ts';

/** A noncharacter, which no text contains: it is put where a folded line goes on. */
const FOLD = '\uFFFF';
const NEXT_LINE = /(\r\n?|\n)([ \t]*)(?=[^ \t\r\n])/g;
/** What YAML makes of a line end; blanks at the beginning of a line, of indented words, are none of it. */
const FOLDED = /(?<=[^\s])[ \t]+\uFFFF/g;

/**
 * The text of a scalar. YAML puts a space where a text goes on in the next line; in a Chinese sentence there is none
 * (see `folded-text.ts`), whatever wrapped the line: an editor, a form's program, a hand.
 */
export function scalarText(input: string, event: ScalarEvent): string {
  const { valueStart, valueEnd, style } = event;
  const value = getScalarValue(input, event);
  if (valueStart < 0 || style === SCALAR_STYLE.LITERAL_BLOCK) return value;
  const written = input.slice(valueStart, valueEnd);
  if (!/[\r\n]/.test(written) || written.includes(FOLD)) return value;
  const marked = written.replaceAll(NEXT_LINE, `$1$2${FOLD}`);
  const folded = getScalarValue(marked, { ...event, valueStart: 0, valueEnd: marked.length });
  return folded
    .replaceAll(FOLDED, (end: string, at: number) => gap(folded, at, at + end.length))
    .replaceAll(FOLD, '');
}

/** A character as it is written: an escape, a doubled quote, itself; blanks and wrapped lines are none. */
const WRITTEN: Readonly<Record<string, RegExp>> = {
  '"': /\\[nrt\s]\s*|\s+|(\\(?:x.{2}|u.{4}|U.{8}|.)|.)/gu,
  "'": /\s+|(''|.)/gu,
};

/**
 * Where each character of a scalar's text that is no blank stands in what is written.
 *
 * @param quotable whether the scalar may begin with a quotation mark of YAML's, which is part of what is written
 */
export function offsetsWritten(written: string, quotable: boolean): readonly number[] {
  const pattern = quotable ? WRITTEN[written.charAt(0)] : undefined;
  const body = pattern === undefined ? 0 : 1;
  return [...written.slice(body).matchAll(pattern ?? /\s+|(.)/gu)].flatMap(({ 1: one, index }) =>
    one === undefined ? [] : [index + body],
  );
}
