import { z } from 'zod';
import { suggestion } from '../suggestion.ts';

/** A field of a form: its official Chinese label, the schema of its value, and what it holds. */
export type Field<S extends z.ZodType = z.ZodType> = readonly [
  label: string,
  schema: S,
  description?: string,
];

type Model<F extends Record<string, Field>> = { readonly [K in keyof F]: z.output<F[K][1]> };

const ABSENT = z.undefined();

/** A field that only some forms of a mapping have: elsewhere its key is as unknown as any other. */
export function where<S extends z.ZodType>(has: boolean, schema: S): S | typeof ABSENT {
  return has ? schema : ABSENT;
}

/**
 * A mapping whose keys are official Chinese labels, read into a model with English field names.
 * Unknown keys are refused, with the nearest known one suggested.
 */
export function fields<F extends Record<string, Field>>(definition: F) {
  const shape: Record<string, z.ZodType> = {};
  for (const [label, schema, description] of Object.values(definition)) {
    if (schema === ABSENT) continue;
    shape[label] = schema.meta({ title: label, ...(description !== undefined && { description }) });
  }
  const known = Object.keys(shape);
  const labels = Object.entries(definition).map(([name, [label]]) => [name, label] as const);
  return z
    .strictObject(shape, { error: (issue) => unknownKeyMessage(issue.code, issue['keys'], known) })
    .transform((values) => renamed<F>(labels, values));
}

function renamed<F extends Record<string, Field>>(
  labels: readonly (readonly [name: string, label: string])[],
  values: Record<string, unknown>,
): Model<F> {
  const model: Record<string, unknown> = {};
  for (const [name, label] of labels) model[name] = Object.hasOwn(values, label) ? values[label] : undefined;
  return model as Model<F>;
}

/** One line for each unknown key, in the order of the keys. */
function unknownKeyMessage(
  code: string | undefined,
  keys: unknown,
  known: readonly string[],
): string | undefined {
  if (code !== 'unrecognized_keys' || !Array.isArray(keys)) return undefined;
  return keys
    .map((key) => `没有“${String(key).slice(0, 40)}”这一项${suggestion(String(key), known)}`)
    .join('\n');
}
