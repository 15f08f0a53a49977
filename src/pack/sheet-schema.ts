import { z } from 'zod';
import { text } from '../accounts/schema/entries.ts';
import { fields } from '../accounts/schema/fields.ts';
import { LAYOUT, type TableLayout } from './table-schema.ts';

/**
 * `sheets/<key>.yaml`: the layout of a sheet that booklets do not print, but from which what units enter can be read. What
 * a printed table says of paper and of how numbers look says nothing here; an empty id is a column that nobody enters.
 */
export const sheetSchema = fields({
  title: LAYOUT.title,
  aliases: ['又名', z.array(text).min(1).default([]), '这张表别的标题'],
  number: LAYOUT.number,
  head: LAYOUT.head,
  sides: LAYOUT.sides,
  footer: LAYOUT.footer,
  note: LAYOUT.note,
}).transform((sheet): SheetLayout => ({
  ...sheet,
  orientation: '纵',
  dense: undefined,
  style: undefined,
  widths: undefined,
  empty: undefined,
}));

/** A layout that is only read, with what else its sheets are called. */
export type SheetLayout = TableLayout & { readonly aliases: readonly string[] };
