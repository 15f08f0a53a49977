import { z } from 'zod';

/** What an editor's YAML support should accept and offer where the schema itself only says "text". */
export interface EditorForm {
  /** What YAML may make of the entry: an unquoted `12.50` is a number there. */
  readonly type: readonly ('string' | 'number' | 'integer' | 'boolean')[];
  /** Regular expression for entries that are text. */
  readonly pattern: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly examples?: readonly string[];
  /** What to tell the editor, in Chinese; a keyword of the YAML support, not of JSON Schema. */
  readonly errorMessage: string;
}

/** Editor forms of the schemas that read their text by a transform, which says nothing of its form. */
export const EDITOR_FORMS = z.registry<EditorForm>();
