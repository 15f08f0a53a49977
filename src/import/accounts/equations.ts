import { withAncestors } from '../../accounts/code-levels.ts';
import { ZERO, type Exact } from '../../accounts/decimal.ts';
import { isBelow, ROW_CODE } from '../../figures/row-patterns.ts';
import type { Definition, Origin } from '../../figures/figure.ts';
import type { Registry } from '../../figures/registry.ts';
import type { YamlDocument } from '../../source/yaml.ts';
import type { FigureWeb } from './figure-web.ts';
import type { Listing, Reading, Source } from '../reading.ts';

/** What is added to make a figure: how often each number that can be entered, by its path. */
export type Terms = ReadonlyMap<string, number>;

/** That some numbers together make what a file states. */
export interface Equation {
  readonly definition: Pick<Definition, 'id' | 'label' | 'unit'>;
  readonly terms: Terms;
  /** Amounts in 万元. */
  readonly value: Exact;
  readonly tolerance: Exact;
  readonly source: Source;
  /** Whether a file states it; what it leaves out is zero, unless something else says otherwise. */
  readonly stated: boolean;
  readonly reading?: Reading;
}

/** What the readings state, as far as it can be said by additions. */
export interface Equations {
  readonly equations: readonly Equation[];
  /** Readings of figures that are made otherwise, such as rates. */
  readonly others: readonly Reading[];
  /** Readings of figures that do not exist. */
  readonly unknown: readonly Reading[];
}

/** Turns readings into equations over the numbers that can be entered. */
export function equationsOf(
  readings: readonly Reading[],
  listings: readonly Listing[],
  codes: { readonly functional: readonly string[]; readonly economic: readonly string[] },
  { figures, document }: Pick<FigureWeb, 'figures' | 'document'>,
): Equations {
  const expand = expander(figures, document);
  const equations: Equation[] = [];
  const others: Reading[] = [];
  const unknown: Reading[] = [];
  for (const reading of readings) {
    const definition = figures.find(reading.id);
    const terms = definition && expand(reading.id);
    if (definition === undefined) unknown.push(reading);
    else if (terms === undefined) others.push(reading);
    else equations.push(stated(reading, definition, terms));
  }
  const absent = listings.flatMap((listing) =>
    absentIn(listing, codes[listing.classification]).flatMap((id): readonly Equation[] => {
      const definition = figures.find(id);
      const terms = definition && expand(id);
      if (definition === undefined || terms === undefined) return [];
      return [{ definition, terms, value: ZERO, tolerance: ZERO, source: listing.source, stated: false }];
    }),
  );
  return { equations: [...equations, ...absent], others, unknown };
}

function stated(reading: Reading, definition: Definition, terms: Terms): Equation {
  const { number, tolerance, unit, source, blank } = reading;
  const factor = definition.unit === '万元' ? unit.factor : undefined;
  return {
    definition,
    terms,
    value: factor === undefined ? number : number.times(factor),
    tolerance: factor === undefined ? ZERO : tolerance.times(factor),
    source,
    stated: blank !== true,
    reading,
  };
}

/** The ids of the rows that a listing would have for codes that it does not list. */
function absentIn({ ids, lengths, below, codes }: Listing, all: readonly string[]): readonly string[] {
  return withAncestors(all)
    .filter((code) => lengths.includes(code.length) && !codes.has(code))
    .filter((code) => below.length === 0 || isBelow(code, below))
    .flatMap((code) => ids.map((id) => id.replaceAll(ROW_CODE, code)));
}

/** Takes figures apart into what can be entered; undefined for those that are no sums of it. */
function expander(figures: Registry, document: YamlDocument): (id: string) => Terms | undefined {
  const known = new Map<string, Terms | undefined>();
  const expand = (id: string): Terms | undefined => {
    if (known.has(id)) return known.get(id);
    const terms = expanded(figures.find(id)?.origin, document, expand);
    known.set(id, terms);
    return terms;
  };
  return expand;
}

function expanded(
  origin: Origin | undefined,
  document: YamlDocument,
  expand: (id: string) => Terms | undefined,
): Terms | undefined {
  if (origin?.kind === 'reported' && origin.entry.document === document)
    return new Map([[origin.entry.path.join('\n'), 1]]);
  if (origin?.kind !== 'derived') return undefined;
  if (origin.operation === 'sum') return added(origin.inputs.map(expand), () => 1);
  if (origin.operation === 'difference')
    return added(origin.inputs.map(expand), (index) => (index > 0 ? -1 : 1));
  return undefined;
}

function added(parts: readonly (Terms | undefined)[], signOf: (index: number) => number): Terms | undefined {
  const terms = new Map<string, number>();
  for (const [index, part] of parts.entries()) {
    if (part === undefined) return undefined;
    for (const [path, times] of part) terms.set(path, (terms.get(path) ?? 0) + signOf(index) * times);
  }
  return terms;
}
