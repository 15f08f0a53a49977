import { editionFolder } from '../accounts/content-files.ts';
import type { Publication, PublishedCorrection } from '../accounts/schema/publication.ts';
import type { Classifications } from '../accounts/code-table.ts';
import type { Unit } from '../accounts/schema/unit.ts';
import type { Check } from '../checks/check.ts';
import type { BookletDocument } from '../document/booklet-document.ts';
import type { BookletSource } from '../document/booklet-source.ts';
import type { FilledBooklet } from '../document/fill-booklet.ts';
import { templateFailure } from '../document/template-failure.ts';
import type { PriorLookup } from '../figures/build-figures.ts';
import type { Told } from '../figures/origin-words.ts';
import type { Registry } from '../figures/registry.ts';
import { hasErrors, type Diagnostic } from '../source/diagnostic.ts';

/** A booklet's text, and what it was made of. */
export interface BookletText {
  readonly source: BookletSource;
  readonly filled: FilledBooklet;
}

/** By what an edition was superseded. */
export interface Superseded {
  readonly edition: number;
  /** The correction that took its place. */
  readonly by: Pick<PublishedCorrection, 'edition' | 'date'>;
}

/** What a booklet consists of. */
interface BookletParts {
  /** The unit's folder name, the first step of the booklet's address. */
  readonly slug: string;
  readonly unit: Unit;
  readonly year: number;
  /** When its accounts were approved, when it was published, what was corrected. */
  readonly publication: Publication;
  /** Of an edition that was corrected since. */
  readonly superseded?: Superseded | undefined;
  /** The editions before this one that are kept beside it, the first first. */
  readonly oldEditions: readonly Booklet[];
  /** What it calls the codes of its accounts. */
  readonly codes: Classifications;
  readonly figures: Registry;
  /** Last year's figures, to explain comparisons down to their entries. */
  readonly prior: PriorLookup;
  /** What was found in its figures and its text; mistakes in the form of its files are not among it. */
  readonly findings: readonly Diagnostic[];
  /** The checks that ask for a figure. */
  readonly checksOf: (id: string) => readonly Check[];
  /** Missing where its template pack is missing or its accounts are not whole. */
  readonly text?: BookletText | undefined;
}

/** A booklet: its figures, its text, and what was found in it. */
export class Booklet {
  readonly slug: string;
  readonly unit: Unit;
  readonly year: number;
  readonly publication: Publication;
  readonly superseded: Superseded | undefined;
  readonly oldEditions: readonly Booklet[];
  readonly codes: Classifications;
  readonly figures: Registry;
  readonly prior: PriorLookup;
  readonly findings: readonly Diagnostic[];
  readonly checksOf: BookletParts['checksOf'];
  private readonly text: BookletParts['text'];

  constructor(parts: BookletParts) {
    this.slug = parts.slug;
    this.unit = parts.unit;
    this.year = parts.year;
    this.publication = parts.publication;
    this.superseded = parts.superseded;
    this.oldEditions = parts.oldEditions;
    this.codes = parts.codes;
    this.figures = parts.figures;
    this.prior = parts.prior;
    this.findings = parts.findings;
    this.checksOf = parts.checksOf;
    this.text = parts.text;
  }

  /** The folder of its pages below that of its unit. */
  get folder(): string {
    return this.superseded === undefined
      ? String(this.year)
      : editionFolder(this.year, this.superseded.edition);
  }

  /** Whether its text could be put together, with errors or without. */
  get hasText(): boolean {
    return this.text !== undefined;
  }

  /** Whether it has a text and nothing in its figures and its text is an error. */
  get isPrintable(): boolean {
    return this.text !== undefined && !hasErrors(this.findings);
  }

  /** What the text was made of; only if there is a text. */
  get source(): BookletSource {
    return this.withText().source;
  }

  /** What it takes to tell where its figures are from. */
  get told(): Told {
    return {
      figureOf: (id) => this.figures.get(id),
      prior: this.prior,
      conventions: this.text?.source.pack.conventions,
    };
  }

  /** Typesets the booklet; only if nothing in it is an error. */
  render(): BookletDocument {
    return this.withText().filled.render();
  }

  /** Typesets the booklet even if something in it is an error; undefined where its text cannot be put together. */
  renderAnyway(): BookletDocument | undefined {
    if (this.text?.filled.typesettable !== true) return undefined;
    try {
      return this.render();
    } catch (thrown) {
      if (templateFailure(thrown) === undefined) throw thrown;
      return undefined;
    }
  }

  private withText(): NonNullable<BookletParts['text']> {
    if (this.text === undefined) throw new Error(`${this.slug}/${this.year} has no text`);
    return this.text;
  }
}
