import { AmountInUnit, type EnteredAmount } from '../accounts/amount-in-unit.ts';
import { Exact, ZERO } from '../accounts/decimal.ts';
import { UNDISCLOSED } from '../accounts/disclosed.ts';
import type { MoneyUnit } from '../accounts/schema/entries.ts';
import type { YamlDocument, YamlPath } from '../source/yaml.ts';
import type { Definition, Entry, Figure, FigureUnit, Operation, Origin } from './figure.ts';
import type { LaidDown } from './laid-down.ts';
import { known, UNDISCLOSED_VALUE, type Value } from './value.ts';

/** A product is as exact as the quotient by 10000, and quicker. */
const TEN_THOUSANDTH = new Exact('0.0001');

/** A number printed with two decimals in 万元 stands for anything within ±0.005 (rule R70). */
const HALF_A_PRINTED_STEP = new Exact('0.005');

/**
 * An amount as entered, in 万元. From a file in 元 it is exact; from a file in 万元 it was rounded when published. One with
 * a unit of its own says itself how far it was rounded.
 */
export function amountValue(entered: EnteredAmount, unit: MoneyUnit): Value {
  if (entered === UNDISCLOSED) return UNDISCLOSED_VALUE;
  if (entered instanceof AmountInUnit) return known(entered.exact, entered.tolerance);
  return unit === '元' ? known(entered.times(TEN_THOUSANDTH)) : known(entered, roundedTolerance(entered));
}

/** A plain zero means that there is nothing, not something below half a step. */
function roundedTolerance(entered: Exact): Exact {
  return entered.isZero() ? ZERO : HALF_A_PRINTED_STEP;
}

/** A count, measure or score as entered: exact; a score still to be filled in is not a number. */
export function countValue(entered: EnteredAmount): Value {
  // Money where something is counted is reported by the checks; nothing can be made of it.
  if (entered === UNDISCLOSED || entered instanceof AmountInUnit) return UNDISCLOSED_VALUE;
  return entered.isNaN() ? UNDISCLOSED_VALUE : known(entered);
}

/** One input file with the unit of its amounts: where reported figures are read from. */
export interface Ledger {
  readonly document: YamlDocument;
  readonly moneyUnit: MoneyUnit;
}

/** A definition, and the figure that it becomes when the registry is first asked for it. */
export interface Slot {
  readonly definition: Definition;
  figure: Figure | undefined;
  evaluating: boolean;
}

/** Collects the definitions of a booklet's figures; each id is defined once. The registry then takes the slots over. */
export class Definitions {
  readonly slots = new Map<string, Slot>();
  /** Ids of figures that exist for those who ask for them, and are in no list. */
  readonly unlisted = new Set<string>();

  /** Whether a figure of this id is defined so far. */
  has(id: string): boolean {
    return this.slots.has(id);
  }

  /** What is defined under this id so far. */
  find(id: string): Definition | undefined {
    return this.slots.get(id)?.definition;
  }

  /** An amount entered in a ledger, in the ledger's unit. */
  amount(id: string, label: string, ledger: Ledger, path: YamlPath, entered: EnteredAmount): string {
    return this.reported(
      id,
      label,
      '万元',
      { document: ledger.document, path },
      amountValue(entered, ledger.moneyUnit),
    );
  }

  /** A count, measure or score entered in a file. */
  count(id: string, label: string, unit: FigureUnit, entry: Entry, entered: EnteredAmount): string {
    return this.reported(id, label, unit, entry, countValue(entered));
  }

  private reported(id: string, label: string, unit: FigureUnit, entry: Entry, value: Value): string {
    return this.define({ id, label, unit, origin: { kind: 'reported', entry, value } });
  }

  /** A number that stands in a text which says more. */
  read(id: string, label: string, unit: FigureUnit, entry: Entry, number: Exact): string {
    return this.define({ id, label, unit, origin: { kind: 'read', entry, value: known(number) } });
  }

  /** How many things the input lists at these places. */
  counted(id: string, label: string, unit: FigureUnit, entries: readonly Entry[]): string {
    const value = known(new Exact(entries.length));
    return this.define({ id, label, unit, origin: { kind: 'counted', entries, value } });
  }

  /** A number that the template pack lays down. */
  set(id: string, label: string, unit: FigureUnit, { entry, value }: LaidDown): string {
    const origin: Origin = { kind: 'set', ...(entry && { entry }), value: known(value) };
    return this.define({ id, label, unit, origin });
  }

  /** The sum of the inputs; of none, an exact zero. */
  sum(id: string, label: string, inputs: readonly string[], unit: FigureUnit = '万元'): string {
    return this.derived(id, label, unit, 'sum', inputs);
  }

  /** The first less all others. */
  difference(id: string, label: string, inputs: readonly string[], unit: FigureUnit = '万元'): string {
    return this.derived(id, label, unit, 'difference', inputs);
  }

  /** The part as percent of the whole. */
  percentage(id: string, label: string, part: string, whole: string): string {
    return this.derived(id, label, '%', 'percentage', [part, whole]);
  }

  /** Points by the number of those who have them. */
  average(id: string, label: string, sum: string, number: string): string {
    return this.derived(id, label, '分', 'quotient', [sum, number]);
  }

  /** A number that exists but that the body has not disclosed. */
  undisclosed(id: string, label: string, unit: FigureUnit = '万元'): string {
    return this.derived(id, label, unit, 'undisclosed', []);
  }

  /** A number that bodies of this pack do not publish: it stays out of all lists, with what is made of it. */
  unused(id: string, label: string, unit: FigureUnit): string {
    this.unlisted.add(id);
    return this.undisclosed(id, label, unit);
  }

  private derived(
    id: string,
    label: string,
    unit: FigureUnit,
    operation: Operation,
    inputs: readonly string[],
  ): string {
    return this.define({ id, label, unit, origin: { kind: 'derived', operation, inputs } });
  }

  private define(definition: Definition): string {
    const { size } = this.slots;
    const { id, origin } = definition;
    if (
      this.unlisted.size > 0 &&
      origin.kind === 'derived' &&
      origin.inputs.some((input) => this.unlisted.has(input))
    )
      this.unlisted.add(id);
    if (this.slots.set(definition.id, { definition, figure: undefined, evaluating: false }).size === size)
      throw new Error(`figure defined twice: ${definition.id}`);
    return definition.id;
  }
}
