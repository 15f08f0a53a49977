/** What JSON may hold as it is, but a terminal would obey: controls of the second half, marks of direction, separators. */
const RAW = /[\u007f-\u009f\p{Bidi_Control}\u2028\u2029]/gu;

/** A value as indented JSON that is safe to show: such characters are written by their codes, which mean the same. */
export function printableJson(value: object): string {
  const text = JSON.stringify(value, undefined, 2);
  return `${text.replaceAll(RAW, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`)}\n`;
}
