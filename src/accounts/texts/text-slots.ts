/** By what a declared text is written: one for each functional code, or for each project. */
export type TextKeys = '科目' | '项目';

/** A text that a template pack asks for in `narrative.yaml`, under its name (自定文字). */
export interface TextSlot {
  readonly name: string;
  /** By what it is written; undefined for one text. */
  readonly by?: TextKeys;
  /** Whether templates that print it can do without. */
  readonly optional: boolean;
  readonly description: string;
}

/** All texts that a pack asks for besides the common ones. */
export interface TextSlots {
  readonly slots: readonly TextSlot[];
}

/** No texts but the common ones. */
export const COMMON_TEXTS: TextSlots = { slots: [] };

/** What was written in a slot: one text, or texts by code or by project. */
export type WrittenText =
  | { readonly form: 'one'; readonly text: string }
  | { readonly form: 'by key'; readonly texts: ReadonlyMap<string, string> };

/** Takes the texts of slots out of what the sections of a file were read as. */
export function writtenTexts(
  { slots }: TextSlots,
  sections: Readonly<Record<string, unknown>>,
): ReadonlyMap<string, WrittenText> {
  return new Map(
    slots.flatMap(({ name }): readonly (readonly [string, WrittenText])[] => {
      const value = sections[name];
      if (value === undefined) return [];
      if (typeof value === 'string') return [[name, { form: 'one', text: value }]];
      return [[name, { form: 'by key', texts: new Map(Object.entries(value as Record<string, string>)) }]];
    }),
  );
}
