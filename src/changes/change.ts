import type { Diagnostic } from '../source/diagnostic.ts';
import type { Place } from '../source/place.ts';

/** A text on both sides of a change; null where that side does not have it. */
export interface Sides {
  readonly before: string | null;
  readonly after: string | null;
}

/** What belongs to one booklet: its unit's folder, and its year. */
export interface OfBooklet {
  readonly body: string;
  readonly year: number;
}

/** Something that was entered otherwise: a value of a YAML file, or lines of a template. */
export interface EntryChange extends Sides {
  /** In the file as it is now; of what is gone, in the file as it was. */
  readonly place: Place;
  /** The keys that lead to it, `批复数.收入.总计`; empty for lines of a template and for whole files. */
  readonly path: string;
}

/** A figure of figures.json whose value or print is another one. Both sides are prints. */
export interface FigureChange extends Sides, OfBooklet {
  readonly id: string;
  readonly label: string;
  readonly unit: string;
  /** Exact values as decimal text; null where not known, or where that side has no such figure. */
  readonly values: Sides;
  /** What it is now less what it was, exact; null where one of them is not known. */
  readonly difference: string | null;
}

/** A sentence, heading or list item that reads otherwise. */
export interface SentenceChange extends Sides, OfBooklet {
  /** Key of the part that it stands in. */
  readonly part: string;
}

/** A cell of a statutory table or a form that reads otherwise. */
export interface CellChange extends Sides, OfBooklet {
  /** Key of the table, name of the form. */
  readonly key: string;
  readonly title: string;
  readonly row: string;
  readonly column: string;
}

/** A chart that says something else: its title, its sentence or one of its amounts. */
export interface ChartChange extends Sides, OfBooklet {
  readonly key: string;
  readonly title: string;
  /** What of it: `标题`, `说明`, or the row and series of an amount. */
  readonly what: string;
}

/** What became of a decision that somebody has written down (核对说明, 批复数, 印数). */
export interface DecisionChange extends Sides {
  readonly kind: 'waiver' | 'approved' | 'pinned';
  /** loosened: it lets more pass than before. */
  readonly became: 'new' | 'gone' | 'changed' | 'loosened';
  readonly place: Place;
  /** What it is about: a rule and a figure or place, or the figure's id. */
  readonly about: string;
}

/** What stayed as it was though what it speaks of did not. */
export interface Unmoved extends OfBooklet {
  readonly kind:
    /** A reason beside a comparison that moved. */
    | 'reason'
    /** A reason beside a comparison that turned from more to less, or the other way. */
    | 'turned-reason'
    /** A comparison that turned, whose sentences now say the opposite. */
    | 'turned'
    /** A text of an editor that still quotes what a figure was. */
    | 'quoted';
  readonly id: string;
  readonly label: string;
  readonly place?: Place;
  /** The text that stayed; empty for a comparison that turned. */
  readonly text: string;
  /** The comparison, or the figure that is quoted. */
  readonly before: string;
  readonly after: string;
}

/** A booklet that is on one side only, or cannot be put together on one. */
export interface BookletChange extends OfBooklet {
  readonly became: 'new' | 'gone' | 'unreadable-before' | 'unreadable-after';
}

/** Everything that a change of the input brings about. */
export interface Change {
  readonly entries: readonly EntryChange[];
  readonly booklets: readonly BookletChange[];
  readonly figures: readonly FigureChange[];
  readonly sentences: readonly SentenceChange[];
  readonly cells: readonly CellChange[];
  readonly charts: readonly ChartChange[];
  /** Pages and files of the output that read otherwise, by their paths; sizes of files do not count. */
  readonly pages: readonly string[];
  /** Pages and files in which nothing but the line numbers of origins is another one. */
  readonly movedLines: readonly string[];
  readonly findings: { readonly new: readonly Diagnostic[]; readonly gone: readonly Diagnostic[] };
  readonly decisions: readonly DecisionChange[];
  readonly unmoved: readonly Unmoved[];
  /** How many errors stop a build of what was compared. */
  readonly errors: { readonly before: number; readonly after: number };
}

/** Whether anything reads otherwise, was entered otherwise or is found otherwise; moved lines alone do not count. */
export function isChange({ movedLines: _, errors: __, findings, ...lists }: Change): boolean {
  const all = [...Object.values(lists), findings.new, findings.gone];
  return all.some((list) => list.length > 0);
}
