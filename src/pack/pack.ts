import type { SourceFile } from '../source/source-file.ts';
import type { YamlDocument } from '../source/yaml.ts';
import type { FormLayout } from './form-schema.ts';
import type { Glossary, PackFile, PartKey, TableKey } from './schema.ts';
import type { Scoring } from './scoring-schema.ts';
import type { TableLayout } from './table-schema.ts';
import type { Partials, Template } from './template.ts';

/** A part of the booklet: its title and the template of its text. */
export interface PackPart {
  readonly key: PartKey;
  readonly title: string;
  readonly template: Template;
}

/** Phrases chosen by figures, each a small template. */
export interface Phrases {
  readonly change: Readonly<
    Record<'increase' | 'decrease' | 'unchanged' | 'fromZero' | 'undisclosed', Template>
  >;
  readonly reason: Template;
  readonly none: Template;
}

/** A template pack with everything it inherits: the law and custom of one region and year, as data. */
export interface Pack {
  readonly slug: string;
  readonly name: string;
  readonly title: Template;
  readonly parts: readonly PackPart[];
  readonly partials: Partials;
  readonly phrases: Phrases;
  readonly conventions: NonNullable<PackFile['conventions']>;
  /** The statutory tables in the order of the booklet. */
  readonly tables: readonly { readonly key: TableKey; readonly layout: TableLayout }[];
  readonly forms: { readonly overall: FormLayout; readonly project: FormLayout };
  readonly glossary: Glossary;
  /** The file of the glossary, to say where its words stand. */
  readonly glossarySource: SourceFile;
  /** How performance self-evaluations are scored: for the checks, nothing of it is printed. */
  readonly scoring: Scoring;
  /** Codes of both classifications whose basic expenditure is the same money. */
  readonly samePayments: NonNullable<PackFile['samePayments']>;
  readonly literals: readonly string[];
  /** Every file that it is made of, what it inherits included, to say where its words stand. */
  readonly documents: readonly YamlDocument[];
}
