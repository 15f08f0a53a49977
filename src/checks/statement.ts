/** A number as messages write it: `145.57`, `-3`. */
const NUMBER = /\d+(?:\.\d+)?/g;

/** What a message states, without the advice behind its last semicolon: what 核对说明 quotes as its 内容. */
export function statementOf(message: string): string {
  const end = lastSemicolon(message);
  return end < 0 ? message : message.slice(0, end);
}

/** The last one that does not belong to a text which the message quotes. */
function lastSemicolon(message: string): number {
  let depth = 0;
  let last = -1;
  for (const [index, character] of message.split('').entries()) {
    if (character === '“') depth += 1;
    if (character === '”') depth -= 1;
    if (character === '；' && depth === 0) last = index;
  }
  return last;
}

/**
 * Whether a quote is bound to the values of a message: it stands in it word for word and leaves out no number that the
 * message states. A statement without numbers must be quoted whole.
 */
export function bindsTo(quote: string, message: string): boolean {
  const statement = statementOf(message);
  const numbers = [...statement.matchAll(NUMBER)];
  if (numbers.length === 0) return quote.startsWith(statement) && message.startsWith(quote);
  return occurrences(quote, message).some((from) =>
    numbers.every(({ 0: number, index }) => index >= from && index + number.length <= from + quote.length),
  );
}

function occurrences(quote: string, message: string): readonly number[] {
  const found: number[] = [];
  for (let at = message.indexOf(quote); at >= 0; at = message.indexOf(quote, at + 1)) found.push(at);
  return found;
}

/** The line of a 核对说明 that quotes a message, quoted where YAML would read it as something else. */
export function quoteLine(message: string): string {
  const statement = statementOf(message);
  const plain = !/: |:$| #|^[\s?\-&*!|>'"%@`{}[\],#]/.test(statement);
  return `内容: ${plain ? statement : JSON.stringify(statement)}`;
}
