import { csvFile, inert } from '../../document/csv.ts';
import type { FlatField, FlatTable } from './flat-table.ts';

/** A flat table as CSV. */
export function tableCsv({ fields, rows }: FlatTable): string {
  const records = rows.map((row) => row.map((text, index) => (isAmount(fields[index]) ? text : inert(text))));
  return csvFile([fields.map(({ name }) => inert(name)), ...records]);
}

function isAmount(field: FlatField | undefined): boolean {
  return field?.kind === 'amount';
}
