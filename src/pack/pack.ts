import type { FormRules } from '../figures/form-rules.ts';
import type { SourceFile } from '../source/source-file.ts';
import type { YamlDocument } from '../source/yaml.ts';
import type { TextSlots } from '../accounts/texts/text-slots.ts';
import type { PackFacts } from './assemble-facts.ts';
import type { FormLayout } from './form-schema.ts';
import { TERM_LIST } from './lists.ts';
import type { NumberStyle } from './number-style.ts';
import type { OwnPhrase } from './own-phrases.ts';
import type { PageLayout } from './page-layout-schema.ts';
import type { Glossary, PackFile } from './schema.ts';
import type { Scoring } from './scoring-schema.ts';
import type { SheetLayout } from './sheet-schema.ts';
import type { TableLayout } from './table-schema.ts';
import type { Vocabulary } from './scope.ts';
import type { Reference } from './template-references.ts';
import type { Template } from './template.ts';
import type { PackWords } from './words.ts';

/** A part of the booklet: its title and the template of its text. */
export interface PackPart {
  /** The last step of its page's address. */
  readonly key: string;
  readonly title: string;
  /** Whether the print has no title above it. */
  readonly hidden: boolean;
  readonly template: Template;
}

/** The part that explains the pack's terms; undefined where none does. */
export function glossaryPart({ parts }: Pick<Pack, 'parts'>): PackPart | undefined {
  return parts.find(({ template }) => template.references.lists.has(TERM_LIST));
}

/** A statutory table: its layout, and the file that it was read from, to say where something stands. */
export interface PackTable {
  readonly key: string;
  readonly layout: TableLayout;
  readonly document: YamlDocument;
  /** The file in which its rows stand: that of another pack, where it uses that pack's table. */
  readonly rows: YamlDocument;
}

/** A sheet that is only read: its layout, and its file. */
export interface PackSheet extends PackTable {
  readonly layout: SheetLayout;
}

/** A kind of self-evaluation forms, with how it is printed and scored. */
export interface PackForm extends FormRules {
  /** Undefined where forms are published elsewhere, and booklets print where. */
  readonly layout: FormLayout | undefined;
  readonly scoring: Scoring;
}

/** How an outturn lies to its budget; a pack whose texts do not say it has none. */
export type BudgetPhrases = Readonly<
  Partial<Record<'above' | 'below' | 'equal' | 'noBudget' | 'undisclosed', Template>>
>;

/** Phrases chosen by figures, each a small template. */
export interface Phrases {
  readonly change: Readonly<
    Record<'increase' | 'decrease' | 'unchanged' | 'fromZero' | 'undisclosed', Template>
  >;
  readonly budget: BudgetPhrases;
  readonly reason: Template;
  readonly none: Template;
  /** The pack's own, by their names. */
  readonly own: ReadonlyMap<string, OwnPhrase>;
}

/** A state that a unit can declare, so that something may be absent (情形). */
export interface PackState {
  readonly excuses: readonly string[];
  readonly excludes: readonly string[];
  /** Ids of figures that must be zero. */
  readonly zero: readonly string[];
  /** Whether it is declared with a list of codes, for which last year counts as zero. */
  readonly newCodes: boolean;
  /** What is printed in place of a comparison for which there are no figures of last year. */
  readonly change?: Template;
}

/** How numbers are printed (惯例). */
export interface Conventions {
  /** What is printed for growth from nothing. */
  readonly growthFromZero: string;
  /** What is printed for growth where there was nothing and is nothing. */
  readonly growthOfNothing: string;
  /** What is printed for what is not disclosed. */
  readonly undisclosed: string;
  /** Whether the print has `>=` and `<=` as they were entered, or as signs of their own. */
  readonly comparisonSigns?: '照填' | '≥≤';
  /** How numbers are printed in texts and in tables, where that is not as usual. */
  readonly inText?: NumberStyle;
  readonly inTables?: NumberStyle;
  /** Decimals of what the pack's own facts count, where its unit does not say them. */
  readonly unitDecimals?: ReadonlyMap<string, number>;
}

/** What every booklet must contain besides what its texts ask for (必有). */
export interface Requirements {
  /** Ids of the figures whose approved value must be entered. */
  readonly approved: readonly string[];
  /** Ids of the figures that call for a form where they are not zero, by the form's kind. */
  readonly forms: Readonly<Record<string, string>>;
}

/** What stands on the cover besides the title, line by line; lines that are filled with nothing are not printed. */
export interface Cover {
  /** At the top, above the double rule. */
  readonly head: readonly string[];
  /** Between the rule and the title. */
  readonly lines: readonly string[];
  /** At the bottom. */
  readonly foot: readonly string[];
}

/** A template pack with everything it inherits: the law and custom of one region and year, as data. */
export interface Pack {
  readonly slug: string;
  /** Whether it came with the program, so that nobody here can change it. */
  readonly shipped: boolean;
  readonly name: string;
  /** The years whose booklets have this form. */
  readonly years: readonly number[];
  readonly title: Template;
  readonly parts: readonly PackPart[];
  /** What its templates can name besides figures. */
  readonly vocabulary: Vocabulary;
  /** Names of the texts that its templates can include. */
  readonly partials: readonly string[];
  readonly words: PackWords;
  readonly cover: Cover;
  /** What stands in the head of each printed page, where that is not the title. */
  readonly runningHead?: string | undefined;
  /** Whether charts stand between the contents and the first part of the print. */
  readonly charts: boolean;
  /** What it calls the layout of its print, where a booklet does not ask for another. */
  readonly layout: string;
  /** The layouts that its booklets can have, by what they are called. */
  readonly layouts: ReadonlyMap<string, PageLayout>;
  /** Whether empty tables one after another may stand on one sheet. */
  readonly sharedSheets: boolean;
  readonly phrases: Phrases;
  readonly conventions: Conventions;
  /** The statutory tables in the order of the booklet. */
  readonly tables: readonly PackTable[];
  /** Sheets that are not printed, but from which what units enter can be read: budgets, 采购, 资产, 人员. */
  readonly sheets: readonly PackSheet[];
  /** The kinds of self-evaluation forms, in the order of the booklet. */
  readonly forms: readonly PackForm[];
  readonly glossary: Glossary;
  /** The file of the glossary, to say where its words stand. */
  readonly glossarySource: SourceFile;
  /** What its units enter in accounts.yaml, and what that must keep to. */
  readonly facts: PackFacts;
  /** The texts that it asks for in narrative.yaml besides the common ones. */
  readonly texts: TextSlots;
  readonly required: Requirements;
  /** The states that a unit can declare, by name. */
  readonly states: ReadonlyMap<string, PackState>;
  /** Figures that requirements and states name, and where. */
  readonly references: readonly Reference[];
  /** Within how many days of its approval a booklet is to be published. */
  readonly publicationDays?: number | undefined;
  /** How performance self-evaluations are scored where their kind does not say otherwise, for the checks. */
  readonly scoring: Scoring;
  /** Codes of both classifications whose basic expenditure is the same money. */
  readonly samePayments: NonNullable<PackFile['samePayments']>;
  readonly literals: readonly string[];
  /** Every file that it is made of, what it inherits included, to say where its words stand. */
  readonly documents: readonly YamlDocument[];
}
