import { error, type Diagnostic } from '../source/diagnostic.ts';
import type { Recall } from '../source/recall.ts';
import type { RawFile } from '../source/source-file.ts';
import type { YamlDocument } from '../source/yaml.ts';
import type { YearFiles } from './content-files.ts';
import type { Enterable } from './enterable.ts';
import type { FormKind } from './forms/form-kind.ts';
import { loadEvaluations, type LoadedEvaluation } from './load-evaluations.ts';
import { Reader, type Loaded } from './reader.ts';
import { accountsSchema, comparativesSchema, type Accounts, type Comparatives } from './schema/accounts.ts';
import { narrativeSchema, type Narrative } from './schema/narrative.ts';
import type { Unit, UnitThroughYears } from './schema/unit.ts';
import type { TextSlots } from './texts/text-slots.ts';
import { unitIn } from './unit-in-year.ts';

/** A year with a booklet. */
export interface LoadedYear {
  readonly year: number;
  /** The body as it was in this year. */
  readonly unit: Unit;
  readonly unitDocument: YamlDocument;
  readonly accounts: Loaded<Accounts>;
  readonly narrative: Loaded<Narrative>;
  /** In the order of their kinds, then of their file names. */
  readonly evaluations: readonly LoadedEvaluation[];
  /** The kinds of forms that its pack lays down; undefined where they are not known. */
  readonly formKinds: readonly FormKind[] | undefined;
  /** False if a form could not be read: sums over forms then say nothing. */
  readonly allForms: boolean;
}

/** Figures of a year without a booklet. */
export interface LoadedComparatives extends Loaded<Comparatives> {
  readonly year: number;
}

/** What was read of one year of a unit: a booklet's, or last year's figures for comparison. */
export interface ReadYear {
  readonly year?: LoadedYear;
  readonly comparatives?: LoadedComparatives;
  readonly diagnostics: readonly Diagnostic[];
}

/** A year's `accounts.yaml` before it is read into the model: what may stand in it is for its pack to say. */
export interface OpenedAccounts {
  readonly document: YamlDocument | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** Parses a year's `accounts.yaml`. */
export function openAccounts(file: RawFile): OpenedAccounts {
  const diagnostics: Diagnostic[] = [];
  return { document: new Reader(diagnostics).document(file), diagnostics };
}

/** Reads a year's files into the model; `document` says by itself whether it is a booklet or for comparison only. */
export function readYear(
  folder: YearFiles,
  { document, diagnostics: problems }: OpenedAccounts,
  { facts, texts, forms, likelyForms, uncertain = false }: Enterable,
  unit: Loaded<UnitThroughYears> | undefined,
  recall: Recall,
): ReadYear {
  const diagnostics: Diagnostic[] = [...problems];
  const read = new Reader(diagnostics, recall);
  if (document === undefined) return { diagnostics };
  if (isComparatives(document)) {
    const loaded = read.model(comparativesSchema, document);
    if (loaded === undefined) return { diagnostics };
    read.checkYear(loaded, folder.year);
    return { comparatives: { ...loaded, year: folder.year }, diagnostics };
  }
  const accounts = read.model(accountsSchema(facts), document);
  const year = loadYear(read, folder, { accounts, document, texts, forms, likelyForms }, unit);
  return { ...(year && { year }), diagnostics: uncertain ? diagnostics.filter(isOfFileAlone) : diagnostics };
}

/** Whether a finding needs nothing that the pack says of what is entered. */
function isOfFileAlone({ rule }: Diagnostic): boolean {
  return rule !== 'unknown-key' && rule !== 'missing-key';
}

function isComparatives(document: YamlDocument): boolean {
  return document.root.kind === 'mapping' && document.root.entries.has('用途');
}

/** A year's `accounts.yaml`, and what its pack asks for besides. */
interface ReadAccounts {
  readonly accounts: Loaded<Accounts> | undefined;
  readonly document: YamlDocument;
  readonly texts: TextSlots;
  readonly forms: readonly FormKind[] | undefined;
  readonly likelyForms: readonly FormKind[] | undefined;
}

function loadYear(
  read: Reader,
  folder: YearFiles,
  { accounts, document, texts, forms, likelyForms }: ReadAccounts,
  unit: Loaded<UnitThroughYears> | undefined,
): LoadedYear | undefined {
  if (accounts !== undefined) read.checkYear(accounts, folder.year);
  // A file that is no list of keys may have been meant for comparison only.
  if (document.root.kind !== 'mapping') return undefined;
  if (folder.narrative === undefined) {
    const path = document.source.path.replace('accounts.yaml', 'narrative.yaml');
    read.report(error('missing-file', `缺少 ${path}（文字部分）；请补上`, document.source.placeAt(0)));
    return undefined;
  }
  const narrative = read.file(narrativeSchema(texts), folder.narrative);
  const kinds = forms ?? likelyForms;
  const evaluations = loadEvaluations(read, folder.evaluations, { kinds, certain: forms !== undefined });
  if (accounts === undefined || narrative === undefined || unit === undefined) return undefined;
  const allForms = kinds !== undefined && evaluations.length === folder.evaluations.length;
  return {
    year: folder.year,
    unit: unitIn(unit.value, folder.year),
    unitDocument: unit.document,
    accounts,
    narrative,
    evaluations,
    formKinds: forms ?? (allForms ? kinds : undefined),
    allForms,
  };
}
