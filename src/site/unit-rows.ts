import type { Sentence } from '../charts/chart.ts';
import { FigureWords, type Direction } from '../charts/figure-words.ts';
import { OF_THE_YEAR } from '../charts/headline-figures.ts';
import { figureYears, type YearValue } from '../charts/years.ts';
import type { Booklet } from '../compile/booklet.ts';
import type { SiteUnit } from '../compile/site-unit.ts';
import type { UnitKind } from '../accounts/schema/unit.ts';
import type { Printed } from './printed.ts';

/** From how many units on a list needs more than the eye. */
const MANY = 10;

/** An amount of the newest year and what became of it since the year before. */
export interface NewestAmount {
  readonly figure: Printed;
  readonly growth: Sentence;
  readonly direction: Direction | undefined;
  /** The same amount through the years, oldest first. */
  readonly years: readonly YearValue[];
}

/** A unit in the list of all units. */
export interface UnitRow {
  readonly slug: string;
  readonly name: string;
  readonly kind: UnitKind;
  /** By what else one might look for it. */
  readonly otherNames: readonly string[];
  /** Newest first. */
  readonly booklets: readonly Booklet[];
  readonly revenue: NewestAmount;
  readonly expenditure: NewestAmount;
}

/** The list of units, with what it can be filtered by. */
export interface UnitIndex {
  readonly rows: readonly UnitRow[];
  readonly filtered: boolean;
  readonly kinds: readonly UnitKind[];
  /** Newest first. */
  readonly years: readonly number[];
}

/** All units by name, so that those of a region stand together. */
export function unitIndex(units: readonly SiteUnit[]): UnitIndex {
  const collator = new Intl.Collator('zh-CN');
  const rows = units.flatMap(unitRow).sort((a, b) => collator.compare(a.name, b.name));
  const years = rows.flatMap(({ booklets }) => booklets.map(({ year }) => year));
  return {
    rows,
    filtered: rows.length > MANY,
    kinds: [...new Set(rows.map(({ kind }) => kind))],
    years: [...new Set(years)].sort((a, b) => b - a),
  };
}

function unitRow({ slug, unit, formerNames, booklets }: SiteUnit): readonly UnitRow[] {
  const newest = booklets.at(-1);
  if (newest === undefined) return [];
  const { name, kind, aliases, supervisor } = unit;
  const words = new FigureWords(newest.source);
  const amount = (id: string): NewestAmount => ({
    figure: words.figure(id),
    growth: words.growth(id),
    direction: words.direction(id),
    years: figureYears(
      id,
      booklets.map(({ source }) => source),
    ),
  });
  return [
    {
      slug,
      name,
      kind,
      otherNames: [
        ...formerNames.map((former) => former.name),
        ...aliases,
        ...(supervisor === undefined ? [] : [supervisor]),
      ],
      booklets: booklets.toReversed(),
      revenue: amount(OF_THE_YEAR.revenue),
      expenditure: amount(OF_THE_YEAR.expenditure),
    },
  ];
}
