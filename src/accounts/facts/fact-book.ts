import { UNDISCLOSED } from '../disclosed.ts';
import type { FactTopic } from './common-facts.ts';
import type { DeclaredSum } from './declared-sum.ts';
import { rowId, rowPath, type Fact, type FactKeys } from './fact.ts';

/** A fact with the topic that it is listed with. */
export interface BookEntry {
  readonly topic: FactTopic;
  readonly fact: Fact;
}

/** Where in `accounts.yaml` a figure is entered: the fact, and the row if it is broken down. */
export interface FactPlace {
  readonly fact: Fact;
  readonly key?: string;
  readonly path: readonly string[];
}

/**
 * The dictionary of facts: everything that units of one template pack enter in `accounts.yaml`, in the order of the file,
 * and the sums that the pack makes of it.
 */
export class FactBook {
  readonly entries: readonly BookEntry[];
  readonly facts: readonly Fact[];
  /** What is written beside keys that lead to several facts, by their path. */
  readonly notes: ReadonlyMap<string, string>;
  /** The facts that name a budget. */
  readonly withBudget: readonly Fact[];
  /** What the pack makes of its figures, those that others are made of before these. */
  readonly sums: readonly DeclaredSum[];
  private readonly byId: ReadonlyMap<string, Fact>;
  /** Where each fact stands among them. */
  private readonly order: ReadonlyMap<Fact, number>;

  constructor(
    entries: readonly BookEntry[],
    notes: ReadonlyMap<string, string>,
    sums: readonly DeclaredSum[] = [],
  ) {
    this.entries = entries;
    this.sums = sums;
    this.facts = entries.map(({ fact }) => fact);
    this.notes = notes;
    this.withBudget = this.facts.filter(
      ({ budget, adjustedBudget }) => (budget ?? adjustedBudget) !== undefined,
    );
    this.byId = new Map(this.facts.map((fact) => [fact.id, fact]));
    this.order = new Map(this.facts.map((fact, index) => [fact, index]));
  }

  /** The fact of this id. */
  find(id: string): Fact | undefined {
    return this.byId.get(id);
  }

  /** The facts of a topic, in the order of the file. */
  of(topic: FactTopic): readonly Fact[] {
    return this.entries.flatMap((entry) => (entry.topic === topic ? [entry.fact] : []));
  }

  /** The columns of a declaration of several facts, by their names; none for anything else. */
  columnsOf(declaration: string): readonly Fact[] {
    return this.facts.filter(({ columnOf }) => columnOf === declaration);
  }

  /** The declared sum and the row that a figure's id names: `支出明细.2010301.合计`. */
  sumOfRow(figure: string): { readonly sum: DeclaredSum; readonly key: string } | undefined {
    if (this.sums.length === 0) return undefined;
    const steps = figure.split('.');
    for (const sum of this.sums) {
      const key = keyIn(sum, figure, steps);
      if (key !== undefined) return { sum, key };
    }
    return undefined;
  }

  /**
   * Where a figure is entered, whether or not anything is there: `支出.2011350.一般公共预算.基本支出` below 支出, 2011350,
   * 一般公共预算, 基本支出. Undefined for a figure that nobody enters.
   */
  placeOf(figure: string): FactPlace | undefined {
    const plain = this.byId.get(figure);
    if (plain !== undefined && (plain.keys === undefined || plain.orPlain))
      return { fact: plain, path: plain.path };
    const steps = figure.split('.');
    for (const fact of this.wholesOf(steps)) {
      const key = keyIn(fact, figure, steps);
      if (key !== undefined) return { fact, key, path: rowPath(fact, key) };
    }
    return undefined;
  }

  /** The facts of which an id can be a row, in the order of the file: a code is its second step, a name its end. */
  private wholesOf(steps: readonly string[]): readonly Fact[] {
    const [first = '', , ...behind] = steps;
    const wholes = new Set([[first, ...behind].join('.')]);
    for (let end = steps.length - 1; end > 0; end -= 1) wholes.add(steps.slice(0, end).join('.'));
    const facts = [...wholes].flatMap((id) => this.byId.get(id) ?? []);
    return facts.sort((a, b) => (this.order.get(a) ?? 0) - (this.order.get(b) ?? 0));
  }
}

/** The key of the row of a fact or sum that a figure's id names. */
function keyIn(
  fact: Pick<Fact, 'id' | 'keys' | 'unclassified'>,
  figure: string,
  [, second = '']: readonly string[],
): string | undefined {
  if (fact.keys === undefined) return undefined;
  const form = CODE_FORMS[fact.keys];
  if (form === undefined)
    return figure.startsWith(`${fact.id}.`) ? figure.slice(fact.id.length + 1) : undefined;
  const isKey = form.test(second) || (fact.unclassified === true && second === UNDISCLOSED);
  return isKey && rowId(fact, second) === figure ? second : undefined;
}

const CODE_FORMS: Partial<Record<FactKeys, RegExp>> = {
  科目: /^2\d{2}(?:\d{2}){0,2}$/,
  经济科目: /^3\d{2}(?:\d{2})?$/,
};
