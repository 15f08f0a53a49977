import { choice, DRAFT, plain7, type JsonSchema } from '../accounts/schema/export-schema.ts';
import { formSchema } from './form-schema.ts';
import { pageLayoutSchema } from './page-layout-schema.ts';
import { glossarySchema, packSchema } from './schema.ts';
import { sheetSchema } from './sheet-schema.ts';
import { tableSchema, usedTableSchema } from './table-schema.ts';

/** The JSON Schemas of a pack's files of entries by the name of their file under templates/schema/. */
export function packJsonSchemas(): Readonly<Record<string, JsonSchema>> {
  const schemas: Readonly<Record<string, JsonSchema>> = {
    form: { ...DRAFT, title: '绩效自评表（forms/*.yaml）', ...plain7(formSchema) },
    glossary: { ...DRAFT, title: '名词解释（glossary.yaml）', ...plain7(glossarySchema) },
    layout: { ...DRAFT, title: '版式（layouts/*.yaml）', ...plain7(pageLayoutSchema) },
    pack: { ...DRAFT, title: '模板包（pack.yaml）', ...plain7(packSchema) },
    sheet: { ...DRAFT, title: '只读不印的表（sheets/*.yaml）', ...plain7(sheetSchema) },
    table: choice(
      '决算表（tables/*.yaml）',
      { required: ['用'] },
      plain7(usedTableSchema),
      plain7(tableSchema),
    ),
  };
  return Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => [name, withNumbers(schema) as JsonSchema]),
  );
}

/** An unquoted 20 is a number to the YAML support of editors, and a text to us. */
function withNumbers(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(withNumbers);
  if (typeof node !== 'object' || node === null) return node;
  const entries = Object.entries(node).map(([key, value]) => [key, withNumbers(value)] as const);
  const whole: Record<string, unknown> = Object.fromEntries(entries);
  return whole['type'] === 'string' && takesDigits(whole) ? { ...whole, type: ['string', 'number'] } : whole;
}

function takesDigits({ pattern, enum: choices, const: only }: Readonly<Record<string, unknown>>): boolean {
  if (choices !== undefined || only !== undefined) return false;
  const form = typeof pattern === 'string' ? new RegExp(pattern, 'u') : undefined;
  return form === undefined || ['1', '20', '100'].some((digits) => form.test(digits));
}
