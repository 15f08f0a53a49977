/** Where a text is to stand, and how it was written there before. */
export interface ScalarContext {
  /** In braces or brackets, where some more characters end a text. */
  readonly flow: boolean;
  /** As a key, which stands on one line. */
  readonly key?: boolean;
  /** What stood there before: quotes that somebody chose are kept. */
  readonly before?: { readonly written: string; readonly text: string };
}

/** A text as YAML: what stands on the line of the key, and the lines of a block text below it, without indentation. */
export interface ScalarText {
  readonly head: string;
  readonly body?: readonly string[];
}

/** Characters that stand for something else at the beginning of a plain text. */
const INDICATOR = /^(?:[,[\]{}#&*!|>'"%@`\s]|[-?:](?:[\s,[\]{}]|$)|---|\.\.\.)/;

/** What ends a plain text. */
const ENDS_PLAIN = /:(?:\s|$)|\s#/;
const ENDS_PLAIN_IN_FLOW = /[,[\]{}:#]/;

/** What no plain or single-quoted text can hold: control characters, line ends, and what readers take for one. */
const UNPRINTABLE = /[\p{Cc}\p{Cs}\u2028\u2029\uFEFF\uFFFE\uFFFF]/u;

/** What other programs that read the file would not take for a text, nor for the number that it shows. */
const AMBIGUOUS =
  /^(?:~|null|true|false|yes|no|on|off|y|n|<<|=|[-+]?0\d+|[-+]?[\d_]*\.?[\d_]+e[-+]?\d+|0[xob][\da-f_]+|[-+]?\.(?:inf|nan)|\d+(?::\d+)+)$/i;

/** Writes a text such that the reader finds exactly this text: plain where it can be, a block where it has lines. */
export function scalarText(text: string, context: ScalarContext): ScalarText {
  const { flow, before } = context;
  if (!flow && context.key !== true && fitsBlock(text)) return blockText(text);
  const quote = before === undefined ? '' : chosenQuote(before, flow);
  if (quote === "'" && !UNPRINTABLE.test(text)) return { head: singleQuoted(text) };
  if (quote === '' && isPlain(text, flow)) return { head: text };
  return { head: quote === '' && mayBeSingle(text) ? singleQuoted(text) : doubleQuoted(text) };
}

function blockText(text: string): ScalarText {
  return text.endsWith('\n')
    ? { head: '|', body: text.slice(0, -1).split('\n') }
    : { head: '|-', body: text.split('\n') };
}

/** Whether a text can stand without quotes. */
export function isPlain(text: string, flow: boolean): boolean {
  return (
    text !== '' &&
    text === text.trim() &&
    !UNPRINTABLE.test(text) &&
    !INDICATOR.test(text) &&
    !(flow ? ENDS_PLAIN_IN_FLOW : ENDS_PLAIN).test(text) &&
    !AMBIGUOUS.test(text)
  );
}

/** The text in a kind of quotes: one that a file uses for its codes. */
export function quoted(text: string, quote: '"' | "'"): string {
  return quote === "'" && !UNPRINTABLE.test(text) ? singleQuoted(text) : doubleQuoted(text);
}

/** The quotes that somebody chose although the text did not need them. */
function chosenQuote({ written, text }: { written: string; text: string }, flow: boolean): string {
  const quote = /^['"]/.exec(written)?.[0] ?? '';
  return isPlain(text, flow) ? quote : '';
}

/** A text of several lines; the first must not begin with a space, which would count as indentation. */
function fitsBlock(text: string): boolean {
  return (
    text.includes('\n') &&
    /^\S/.test(text) &&
    /\S\n?$/.test(text) &&
    !UNPRINTABLE.test(text.replaceAll('\n', ''))
  );
}

/** Within double quotes these would have to be escaped. */
function mayBeSingle(text: string): boolean {
  return /["\\]/.test(text) && !UNPRINTABLE.test(text);
}

function singleQuoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

function doubleQuoted(text: string): string {
  return JSON.stringify(text).replaceAll(
    /[\u007f-\u009f\u2028\u2029\uFEFF\uFFFE\uFFFF]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
