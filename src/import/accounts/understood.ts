import type { Classifications } from '../../accounts/code-table.ts';
import type { Exact } from '../../accounts/decimal.ts';
import type { EnteredCode } from '../../accounts/facts/entered.ts';
import { UNDISCLOSED } from '../../accounts/disclosed.ts';
import { rowPath, type Fact } from '../../accounts/facts/fact.ts';
import type { FactBook } from '../../accounts/facts/fact-book.ts';
import type { UnitKind } from '../../accounts/schema/unit.ts';
import type { Finding } from '../finding.ts';
import type { Leftover, Reading, Recognised, Source } from '../reading.ts';
import { compareComputed, type Compared, type Pinned } from './computed-figures.ts';
import { compareGrowth } from './growth.ts';
import { disagreements } from './disagreements.ts';
import { equationsOf, type Equation } from './equations.ts';
import { enteredCodes, figureWeb, type FigureWeb, type WebInput } from './figure-web.ts';
import { inferRest } from './inferences.ts';
import { solve, type Found, type Known } from './solve.ts';
import { splitRevenue } from './split-revenue.ts';
import { undisclosed, type Hidden } from './undisclosed.ts';

/** What readings are understood by. */
export interface AccountsInput {
  readonly book: FactBook;
  readonly codes: Classifications;
  readonly year: number;
  readonly kind: UnitKind;
  /** What is entered already. */
  readonly entered: readonly EnteredCode[];
  readonly evaluations: WebInput['evaluations'];
  readonly forms: WebInput['forms'];
}

/** A number to be entered. */
export interface KnownFact extends Found {
  readonly fact: Fact;
  readonly key: string | undefined;
  readonly path: readonly string[];
}

/** A total that a table states: compared with what its parts make, never added. */
export interface StatedTotal {
  readonly id: string;
  readonly label: string;
  readonly isMoney: boolean;
  readonly value: Exact;
  readonly tolerance: Exact;
  readonly source: Source;
  /** Whether it is worth comparing of itself; others are entered only where somebody left a place for them. */
  readonly worthwhile: boolean;
  /** Whether all that it is made of is known: otherwise nothing but it tells how much it is. */
  readonly settled: boolean;
}

/** What the readings say of a body's accounts. */
export interface Understood {
  readonly facts: readonly KnownFact[];
  /** Numbers that are not disclosed. */
  readonly hidden: readonly Hidden[];
  readonly totals: readonly StatedTotal[];
  readonly pinned: readonly Pinned[];
  readonly findings: readonly Finding[];
  readonly leftovers: readonly Leftover[];
}

/**
 * Works out, from the figures that given files state, the numbers that are entered: what is a sum of others is compared,
 * and what no file states itself is what is left of a sum. A dash that may stand for what is not disclosed is nothing if
 * everything then adds up.
 */
export function understand(recognised: Recognised, input: AccountsInput): Understood {
  const { attempt: best, dashes } = bestOf(recognised, input);
  const [published] = recognised.published;
  if (published !== undefined) return asPublished(best, published);
  return dashes.length === 0 ? best : withHidden(best, dashes);
}

/** What fits the readings best: with dashes for nothing, or for what is not disclosed; then these dashes. */
function bestOf(
  recognised: Recognised,
  input: AccountsInput,
): { readonly attempt: Attempt; readonly dashes: readonly Equation[] } {
  const plain = attempt(recognised, input, new Set());
  const dashes = plain.equations.filter(({ reading }) => reading?.mayBeHidden === true);
  if (plain.findings.length === 0 || dashes.length === 0) return { attempt: plain, dashes: [] };
  const disclosed = recognised.readings.filter(({ mayBeHidden }) => mayBeHidden !== true);
  const open = new Set(dashes.flatMap(({ terms }) => [...terms.keys()]));
  const without = attempt({ ...recognised, readings: disclosed }, input, open);
  return without.findings.length < plain.findings.length
    ? { attempt: without, dashes }
    : { attempt: plain, dashes: [] };
}

/** What a published booklet says: what it does not tell is not disclosed, and nobody expects it to be settled. */
function asPublished(best: Attempt, source: Source): Understood {
  return {
    ...best,
    hidden: undisclosed(best.equations, best.known, best.web, source),
    findings: best.findings.filter(({ rule }) => rule !== 'import-undetermined'),
  };
}

interface Attempt extends Understood {
  readonly known: Known;
  readonly equations: readonly Equation[];
  readonly web: FigureWeb;
}

/** Works everything out once. */
function attempt(recognised: Recognised, input: AccountsInput, hidden: ReadonlySet<string>): Attempt {
  const { readings, listings } = recognised;
  const rows = {
    functional: codesIn(listings, input, 'functional'),
    economic: codesIn(listings, input, 'economic'),
  };
  const common = { ...input, ...rows, named: namedRows(readings, input.book) };
  const web = (whole: ReadonlySet<string>): Work => work(figureWeb({ ...common, whole }), recognised, rows);
  const first = web(new Set());
  const whole = new Set(
    unsettled(first).flatMap(({ fact }) => (fact.orPlain && fact.keys !== undefined ? [fact.id] : [])),
  );
  const last = whole.size === 0 ? first : web(whole);
  const compared = comparedIn(last, { ...common, whole });
  const growth = compareGrowth(recognised.growth, recognised.readings);
  return {
    facts: [...last.known].flatMap(([path, found]) => {
      const entry = last.web.enterable.get(path);
      return entry === undefined ? [] : [{ ...entry, ...found }];
    }),
    hidden: [],
    totals: totalsOf(last),
    findings: [
      ...disagreements(last.equations, last.known, hidden),
      ...compared.findings,
      ...growth.findings,
    ],
    leftovers: [...compared.leftovers, ...growth.leftovers],
    pinned: [...compared.pinned, ...growth.pinned],
    equations: last.equations,
    known: last.known,
    web: last.web,
  };
}

/** What is not disclosed: numbers that stand as dashes and that nothing else settles. */
function withHidden(result: Attempt, dashes: readonly Equation[]): Understood {
  const known = new Set(result.facts.map(({ path }) => path.join('\n')));
  const hidden = dashes.flatMap(({ terms, source }) => {
    const [path = ''] = terms.keys();
    const entry = result.web.enterable.get(path);
    return terms.size > 1 || known.has(path) || entry === undefined ? [] : [{ path: entry.path, source }];
  });
  return { ...result, hidden: [...hidden, ...unclassified(result, known)] };
}

/** What is spent under codes that are not disclosed: of one fact, some rows are open, while a total of it is stated. */
function unclassified({ equations, web }: Attempt, known: ReadonlySet<string>): Understood['hidden'] {
  const hidden = new Map<Fact, Understood['hidden'][number]>();
  for (const { terms, source, stated, value } of equations) {
    const open = [...terms.keys()].filter((path) => !known.has(path));
    const facts = open.flatMap((path) => web.enterable.get(path)?.fact ?? []);
    const [fact] = facts;
    if (fact?.unclassified === true && stated && !value.isZero())
      hidden.set(fact, { path: rowPath(fact, UNDISCLOSED), source });
  }
  return [...hidden.values()];
}

interface Work extends ReturnType<typeof equationsOf> {
  readonly web: FigureWeb;
  readonly known: Known;
}

function work(
  web: FigureWeb,
  { readings, listings, published }: Recognised,
  rows: Pick<WebInput, 'functional' | 'economic'>,
): Work {
  const result = equationsOf(readings, listings, rows, web);
  const known: Known = new Map();
  // A table leaves out what is nothing; a text may be silent of anything.
  const rounding = published.length > 0 ? 'open' : 'nothing';
  solve(result.equations, known, rounding);
  splitRevenue(rows.functional, known, result.equations);
  solve(result.equations, known, rounding);
  if (published.length > 0) inferRest(result.equations, known);
  return { ...result, web, known };
}

/** The codes below which amounts can be entered: in some table, nothing is listed below them. */
function codesIn(
  listings: Recognised['listings'],
  { entered }: AccountsInput,
  classification: 'functional' | 'economic',
): readonly string[] {
  const lowest = listings
    .filter((listing) => listing.classification === classification)
    .flatMap(({ codes }) => [...codes].filter((code) => ![...codes].some((other) => isBelow(other, code))));
  return [...new Set([...enteredCodes(entered, classification), ...lowest])].sort();
}

function isBelow(code: string, other: string): boolean {
  return code.length > other.length && code.startsWith(other);
}

/** The rows of what is broken down by names, as the readings name them. */
function namedRows(
  readings: readonly Reading[],
  { facts }: FactBook,
): ReadonlyMap<string, readonly string[]> {
  const byName = facts.filter(({ keys }) => keys !== undefined && keys !== '科目' && keys !== '经济科目');
  return new Map(
    byName.map(({ id }) => {
      const own = readings.filter((reading) => reading.id.startsWith(`${id}.`));
      return [id, [...new Set(own.map((reading) => reading.id.slice(id.length + 1)))]] as const;
    }),
  );
}

/** What stands in equations and is not known. */
function unsettled({ equations, known, web }: Work): readonly { readonly fact: Fact }[] {
  const paths = new Set(equations.flatMap(({ terms }) => [...terms.keys()]));
  return [...paths].filter((path) => !known.has(path)).flatMap((path) => web.enterable.get(path) ?? []);
}

/**
 * Everything that is stated once, as it is first stated, in the order of the figures. Worth comparing are rows of totals,
 * and what of which not all parts are known, so that nothing else holds it.
 */
function totalsOf({ equations, known, web }: Work): readonly StatedTotal[] {
  const totals = new Map<string, StatedTotal>();
  for (const { reading, definition, terms, value, tolerance, source } of equations) {
    const { id, label, unit } = definition;
    if (reading === undefined || totals.get(id)?.worthwhile === true) continue;
    const settled = [...terms.keys()].every((path) => known.has(path));
    const worthwhile = reading.total === true || !settled;
    if (worthwhile || !totals.has(id))
      totals.set(id, { id, label, isMoney: unit === '万元', value, tolerance, source, worthwhile, settled });
  }
  return web.figures.ids().flatMap((id) => totals.get(id) ?? []);
}

/** What is worked out otherwise than by additions, once everything is known. */
function comparedIn({ equations, others, unknown, known }: Work, input: WebInput): Compared {
  const readings = [...others, ...unknown];
  if (readings.length === 0) return { findings: [], leftovers: [], pinned: [] };
  const amounts = new Map([...known].map(([path, { value }]) => [path, value]));
  const totals = new Map(
    equations.map(({ definition: { id }, value, tolerance }) => [id, { value, tolerance }]),
  );
  return compareComputed(readings, figureWeb(input, amounts).figures, totals);
}
