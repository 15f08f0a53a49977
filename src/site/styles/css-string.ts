/**
 * A text as a string of a stylesheet (CSS Syntax Module Level 3, §4.3.5). It is not JSON's: there `\n` would be the letter
 * n, and a line end as it stands ends the string.
 */
export function cssString(text: string): string {
  return `"${text.replaceAll(/["\\\p{Cc}]/gu, (sign) => `\\${sign.codePointAt(0)?.toString(16) ?? ''} `)}"`;
}
