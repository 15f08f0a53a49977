import type { Sentence } from '../../charts/chart.ts';
import type { Direction } from '../../charts/figure-words.ts';
import { OF_THE_YEAR } from '../../charts/headline-figures.ts';
import { greatFigure } from '../../charts/headline-year.ts';
import { figureYears, type YearValue } from '../../charts/years.ts';
import type { UnitKind } from '../../accounts/schema/unit.ts';
import type { BookletSummary } from '../../summary/booklet-summary.ts';
import type { UnitSummary } from '../../summary/unit-summary.ts';
import type { Printed } from '../figures/printed.ts';

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
  readonly booklets: readonly BookletSummary[];
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
export function unitIndex(units: readonly UnitSummary[]): UnitIndex {
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

function unitRow({ slug, unit, formerNames, booklets }: UnitSummary): readonly UnitRow[] {
  const newest = booklets.at(-1);
  if (newest === undefined) return [];
  const { name, kind, aliases, supervisor } = unit;
  const amount = (id: string): NewestAmount => {
    const { own, growth, direction } = greatFigure(id, newest);
    return { figure: own, growth, direction, years: figureYears(id, booklets) };
  };
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
