import type { FigureUnit } from '../../figures/figure.ts';

/** Everything that templates of a pack can name: what `mingbai pack NAME --words` shows. */
export interface WordList {
  readonly pack: string;
  readonly name: string;
  /** `unit/year` of the booklet that the examples are taken from; missing where none could be compiled. */
  readonly booklet?: string;
  readonly helpers: readonly HelperWord[];
  readonly texts: readonly TextWord[];
  readonly lists: readonly ListWord[];
  readonly states: readonly StateWord[];
  readonly phrases: readonly PhraseWord[];
  readonly tables: readonly TableWord[];
  /** Names of the templates under partials/ that others can include. */
  readonly partials: readonly string[];
  readonly figures: readonly FigureWord[];
}

/** A helper with its arguments, and one example with what it prints. */
export interface HelperWord {
  readonly name: string;
  readonly usage: string;
  readonly says: string;
  /** Units of the figures that it prints, where not all, in words. */
  readonly units?: string;
  readonly example?: string;
  readonly prints?: string;
}

/** A text with what it is in the booklet. */
export interface TextWord {
  readonly name: string;
  readonly prints?: string;
}

/** A list with the fields of its items. */
export interface ListWord {
  readonly name: string;
  /** How many items it has in the booklet. */
  readonly items?: number;
  readonly fields: readonly FieldWord[];
}

/** A field of a list's items, with what it is in the first of them. */
export interface FieldWord {
  readonly name: string;
  readonly kind: '文字' | '数' | '清单';
  readonly unit?: FigureUnit;
  /** Whether it names an item in ids of figures: it is no text to print. */
  readonly key?: true;
  readonly prints?: string;
  readonly fields?: readonly FieldWord[];
}

/** A state that units can declare. */
export interface StateWord {
  readonly name: string;
  readonly excuses: readonly string[];
  readonly excludes: readonly string[];
  readonly zero: readonly string[];
}

/** A phrase of the pack's own, with what it has words for. */
export interface PhraseWord {
  readonly name: string;
  readonly signs: readonly string[];
}

/** A statutory table. */
export interface TableWord {
  readonly key: string;
  readonly title: string;
}

/** A figure, or all figures whose ids differ in nothing but a code, an item, an ordinal or a form. */
export interface FigureWord {
  /** `收入.总计`; of several, `支出.{科目}.合计`. */
  readonly id: string;
  readonly label: string;
  /** Unknown for figures of which nothing but the name is known. */
  readonly unit?: FigureUnit;
  /** As the pack prints it in a sentence. */
  readonly prints?: string;
  /** What other figures are called that follow from it, by the ends of their ids: `占比`, `上年`. */
  readonly endings: readonly string[];
  /** Of several, the ids that there are, and which of them the label and the value are of. */
  readonly rows?: readonly string[];
  readonly shown?: string;
}
