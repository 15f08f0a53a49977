import { writeCsv } from 'hucre/csv';
import type { FlatField, FlatTable } from './flat-table.ts';

/** What a spreadsheet would take for the beginning of a formula. */
const FORMULA = /^[=+\-@＝＋－＠\t\r\n]/u;

/**
 * A flat table as CSV after RFC 4180: comma, CRLF after each record, quotes only where needed. The byte order mark is
 * for Excel, which otherwise reads Chinese as mojibake.
 */
export function tableCsv({ fields, rows }: FlatTable): string {
  const records = rows.map((row) => row.map((text, index) => (isAmount(fields[index]) ? text : inert(text))));
  return `${writeCsv([fields.map(({ name }) => inert(name)), ...records], { bom: true, lineSeparator: '\r\n' })}\r\n`;
}

function isAmount(field: FlatField | undefined): boolean {
  return field?.kind === 'amount';
}

/** A name that begins like a formula gets an apostrophe, so that no spreadsheet runs it (OWASP, “CSV injection”). */
function inert(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}
