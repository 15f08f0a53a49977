import { writeCsv } from 'hucre/csv';

/** What a spreadsheet would take for the beginning of a formula. */
const FORMULA = /^[=+\-@＝＋－＠\t\r\n]/u;

/**
 * Records as CSV after RFC 4180: comma, CRLF after each record, quotes only where needed. The byte order mark is for
 * Excel, which otherwise reads Chinese as mojibake.
 */
export function csvFile(records: readonly (readonly string[])[]): string {
  return `${writeCsv(
    records.map((record) => [...record]),
    { bom: true, lineSeparator: '\r\n' },
  )}\r\n`;
}

/** A name that begins like a formula gets an apostrophe, so that no spreadsheet runs it (OWASP, “CSV injection”). */
export function inert(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}
