import { formatExact } from '../../accounts/decimal.ts';
import { printFigure } from '../../document/print-figure.ts';
import type { Booklet } from '../../compile/booklet.ts';
import { placeOfEntry, type Entry, type Figure, type Operation } from '../../figures/figure.ts';
import type { Value } from '../../figures/value.ts';
import type { Place } from '../../source/place.ts';

/** A figure in figures.json. Numbers are decimal text, so that no reader loses a digit. */
export interface FigureRecord {
  readonly id: string;
  readonly label: string;
  /** 万元, %, 人, …; empty for an indicator that is measured in a unit of its own. */
  readonly unit: string;
  /** Exact value; null where it is not disclosed or, as a rate on a base of zero, has none. */
  readonly value: string | null;
  /** As the booklet's tables print it; its sentences may leave out the sign of a change. */
  readonly printed: string;
  readonly state: Value['state'];
  readonly origin: ReportedOrigin | DerivedOrigin;
  /** Approved total (批复数), which stands in for what the parts make. */
  readonly approved?: Place & { readonly value: string | null; readonly computed: string | null };
  /** Published print (印数) that differs from the rounded value in its last digit. */
  readonly pinned?: Place & { readonly print: string };
  /** Of a figure of the year before: where it was entered, or that year's booklet has it under this id. */
  readonly lastYear?: LastYearRecord;
}

interface ReportedOrigin extends Place {
  readonly kind: 'reported';
}

interface DerivedOrigin {
  readonly kind: 'derived';
  readonly operation: Operation;
  readonly inputs: readonly string[];
}

type LastYearRecord = Partial<Place> & { readonly year: number; readonly id?: string };

/** A figure with its value and its origin, for machines. */
export function figureRecord(
  figure: Figure,
  { source, prior }: Pick<Booklet, 'source' | 'prior'>,
): FigureRecord {
  const { id, label, unit, value, approval, pin } = figure;
  const lastYear = lastYearOf(figure, prior);
  return {
    id,
    label,
    unit: unit === '指标值' ? '' : unit,
    value: exactText(value),
    printed: printFigure(figure, source.pack.conventions).printed,
    state: value.state,
    origin: originRecord(figure),
    ...(approval && {
      approved: {
        value: exactText(value),
        computed: exactText(approval.computed),
        ...placeRecord(approval.entry),
      },
    }),
    ...(pin && { pinned: { print: pin.print, ...placeRecord(pin.entry) } }),
    ...(lastYear && { lastYear }),
  };
}

function exactText(value: Value): string | null {
  return value.state === 'known' ? formatExact(value.exact) : null;
}

/** In one order of keys, whoever made the place. */
function placeRecord(entry: Entry): Place {
  const { file, line, column } = placeOfEntry(entry);
  return { file, line, column };
}

function originRecord({ origin }: Figure): FigureRecord['origin'] {
  if (origin.kind === 'reported') return { kind: 'reported', ...placeRecord(origin.entry) };
  return { kind: 'derived', operation: origin.operation, inputs: origin.inputs };
}

function lastYearOf({ origin, unit }: Figure, prior: Booklet['prior']): LastYearRecord | undefined {
  if (origin.kind === 'reported' || origin.operation !== 'prior') return undefined;
  const [id = ''] = origin.inputs;
  const last = prior({ id, unit });
  if (last === undefined) return undefined;
  const { year, entry, registry } = last;
  return { year, ...(registry?.has(id) && { id }), ...(entry && placeRecord(entry)) };
}
