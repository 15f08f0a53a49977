import type { Classifications } from '../accounts/code-table.ts';
import type { LoadedUnit, SharedContent } from '../accounts/load.ts';
import type { LoadedYear } from '../accounts/load-year.ts';
import type { Loaded } from '../accounts/reader.ts';
import { bookletCodes } from '../accounts/own-names.ts';
import type { Comparatives } from '../accounts/schema/accounts.ts';
import { suggestion } from '../accounts/suggestion.ts';
import { isUnfinished } from '../accounts/year-documents.ts';
import { runChecks } from '../checks/catalogue.ts';
import type { CheckSubject } from '../checks/check.ts';
import { checksThatRead } from '../checks/checks-that-read.ts';
import { applyWaivers } from '../checks/waivers.ts';
import { fillBooklet } from '../document/fill-booklet.ts';
import { orTemplateFailure } from '../document/template-failure.ts';
import {
  buildFigures,
  priorFromBooklet,
  priorFromComparatives,
  type PriorLookup,
} from '../figures/build-figures.ts';
import { commonRules } from '../figures/form-rules.ts';
import { priorWithNewCodes } from '../figures/new-codes.ts';
import { newCodesOf } from '../pack/declared-states.ts';
import type { Pack } from '../pack/pack.ts';
import type { PackShelf } from '../pack/pack-of-year.ts';
import { error, hasErrors, type Diagnostic } from '../source/diagnostic.ts';
import { placeOfValue } from '../source/yaml.ts';
import { Booklet, type BookletText, type Superseded } from './booklet.ts';
import { draftFindings } from './drafts.ts';
import { unprintableCharacters } from './unprintable-characters.ts';

/** What a booklet is made of. */
export interface YearInput {
  /** The unit with its years up to this one. */
  readonly loaded: LoadedUnit;
  readonly year: LoadedYear;
  readonly shared: SharedContent;
  /** The pack that the year names; undefined where there is none of this name that can be used. */
  readonly pack: Pack | undefined;
  readonly shelf: PackShelf;
  /** Whether the pack that the year names was known to be in use when packs were checked. */
  readonly packUsed: boolean;
  /** Whether all files of this year and the years before could be read without an error. */
  readonly allRead: boolean;
  readonly last: Booklet | undefined;
  readonly comparatives: Loaded<Comparatives> | undefined;
  /** Whether there is a folder of the year before that could not be read. */
  readonly lastUnread: boolean;
  /** By what it was superseded, if it was: what was published then need not hold any more. */
  readonly superseded?: Superseded;
  /** The editions before it that are kept, the first first. */
  readonly oldEditions: readonly Booklet[];
}

/** A booklet, and everything that is wrong with it. */
export interface CompiledYear {
  readonly booklet: Booklet;
  readonly diagnostics: readonly Diagnostic[];
}

/** Makes and checks one booklet. */
export function compileYear(input: YearInput): CompiledYear {
  const { loaded, year, shared, pack, shelf, allRead, last, comparatives, lastUnread, superseded } = input;
  const codes = codesOf(input);
  const prior = priorWithNewCodes(
    priorOf(last, comparatives),
    newCodesOf(pack, year.accounts),
    year.year - 1,
  );
  const figures = buildFigures(loaded, year, codes, prior, pack?.forms ?? commonRules(year.formKinds));
  const whole = year.accounts.whole;
  const { codesFor } = shared;
  const optional = { ...(comparatives && { comparatives }), ...(pack && { pack }) };
  const subject = { unit: loaded, year, figures, codes, codesFor, prior, shelf, ...optional };
  const checked = whole ? checkedFindings(subject, allRead, superseded) : [];
  const lastYear = { prior, comparatives, hasBooklet: last !== undefined, unread: lastUnread };
  const source = pack && whole ? { unit: loaded, year, codes, figures, pack, lastYear } : undefined;
  const text = source && { source, filled: fillBooklet(source) };
  // A text with gaps has more to say about the gaps than about itself.
  const ofText = text && !isUnfinished(year) ? textFindings(text, checked, shared) : [];
  const findings = [...checked, ...ofText];
  const booklet = new Booklet({
    slug: loaded.slug,
    unit: year.unit,
    year: year.year,
    publication: year.accounts.value.publication,
    superseded,
    oldEditions: input.oldEditions,
    codes,
    figures,
    prior,
    findings,
    checksOf: (id) => checksThatRead(id, subject),
    text,
  });
  return { booklet, diagnostics: [...findingsOutside(input), ...(superseded ? ofText : findings)] };
}

/** What is found that is none of the booklet's figures and none of its text. */
function findingsOutside(input: YearInput): readonly Diagnostic[] {
  const { pack, year } = input;
  return [...(pack ? unknownLayout(year, pack) : unusablePack(input)), ...draftFindings(year)];
}

/** What checks find. Of an edition that was corrected since, its page on checks tells it, and nothing of it is an error any more. */
function checkedFindings(
  subject: CheckSubject,
  allRead: boolean,
  superseded: Superseded | undefined,
): readonly Diagnostic[] {
  const found = applyWaivers(runChecks(subject), subject, allRead);
  if (superseded === undefined) return found;
  return found.map((one): Diagnostic => (one.severity === 'error' ? { ...one, severity: 'warning' } : one));
}

/** What is found while the booklet's text is put together. */
function textFindings(
  { source, filled }: BookletText,
  checked: readonly Diagnostic[],
  { codeDocuments }: SharedContent,
): readonly Diagnostic[] {
  const render = hasErrors([...checked, ...filled.diagnostics]) ? undefined : () => filled.render();
  const unprintable = orTemplateFailure(() => unprintableCharacters(source, codeDocuments, render));
  return [...filled.diagnostics, ...unprintable];
}

function codesOf({ year, shared, last, comparatives }: YearInput): Classifications {
  const { codesFor } = shared;
  return bookletCodes(year, { codesFor, last: last?.codes, comparatives: comparatives?.value });
}

function priorOf(last: Booklet | undefined, comparatives: Loaded<Comparatives> | undefined): PriorLookup {
  if (last !== undefined) return priorFromBooklet(last.year, last.figures);
  return comparatives === undefined ? () => undefined : priorFromComparatives(comparatives);
}

/** A booklet can only have a layout of its pack's. */
function unknownLayout({ accounts }: LoadedYear, { layouts }: Pack): readonly Diagnostic[] {
  const name = accounts.value.layout;
  if (name === undefined || layouts.has(name)) return [];
  const message = `模板包没有版式“${name}”${suggestion(name, [...layouts.keys()])}；请改正，不写的照模板包`;
  return [error('unknown-layout', message, placeOfValue(accounts.document, ['版式']))];
}

/** A pack that exists and could not be read has been reported where it is broken, if it was known to be in use. */
function unusablePack({ year, shelf: { folders }, packUsed }: YearInput): readonly Diagnostic[] {
  const name = year.accounts.value.pack;
  const place = placeOfValue(year.accounts.document, ['模板']);
  if (folders.has(name)) {
    const message = `模板包“${name}”有错误，不能使用；请先改正 templates/${name}/ 下的错误`;
    return packUsed ? [] : [error('unusable-pack', message, place)];
  }
  const message = `没有模板包“${name}”，模板包是 templates/ 下的文件夹${suggestion(name, [...folders])}`;
  return [error('unknown-pack', message, place)];
}
