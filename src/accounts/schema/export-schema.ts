import { z } from 'zod';
import { EDITOR_FORMS } from './editor-forms.ts';
import { withEditorHelp } from './editor-help.ts';

/** A JSON Schema, draft 7: the draft that the YAML support of editors knows best. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** Says which draft a schema is written in. */
export const DRAFT = { $schema: 'http://json-schema.org/draft-07/schema#' } as const;

/** A file of two kinds. Choosing by a mark of the one kind gives plain messages; "any of both" would report both. */
export function choice(title: string, mark: JsonSchema, marked: JsonSchema, other: JsonSchema): JsonSchema {
  return { ...DRAFT, title, type: 'object', ...either(mark, marked, other) };
}

/** The one schema for what bears a mark, the other for what does not. */
export function either(mark: JsonSchema, marked: JsonSchema, other: JsonSchema): JsonSchema {
  return { if: mark, then: marked, else: other };
}

/** The schema of a content file as `plain7` has it, with examples of what others fill in. */
export function export7(schema: z.ZodType): JsonSchema {
  return withEditorHelp(plain7(schema));
}

/** What a file of this schema may look like as YAML, before any of it is read into the model. */
export function plain7(schema: z.ZodType): Record<string, unknown> {
  const exported = z.toJSONSchema(schema, {
    target: 'draft-07',
    io: 'input',
    override: ({ zodSchema, jsonSchema }) => {
      const form = EDITOR_FORMS.get(zodSchema);
      if (form !== undefined) Object.assign(jsonSchema, form);
    },
  });
  return Object.fromEntries(Object.entries(exported).filter(([keyword]) => keyword !== '$schema'));
}
