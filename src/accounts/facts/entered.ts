import type { EnteredAmount } from '../amount-in-unit.ts';
import type { FactId } from './common-facts.ts';
import { CODE_STEP, rowPath, type Fact } from './fact.ts';
import type { FactBook } from './fact-book.ts';

/** One number as entered, and the keys below which it stands. */
export interface EnteredNumber {
  readonly amount: EnteredAmount;
  readonly path: readonly string[];
}

/** What was entered of a fact: one number, or one for each key. */
export type EnteredFact =
  | { readonly form: 'one'; readonly number: EnteredNumber }
  | { readonly form: 'rows'; readonly rows: ReadonlyMap<string, EnteredNumber> };

/** A classification code below which something was entered. */
export interface EnteredCode {
  readonly table: 'functional' | 'economic';
  readonly code: string;
  /** The name given beside the code, if any. */
  readonly name?: string | undefined;
  readonly path: readonly string[];
}

const NO_ROWS: ReadonlyMap<string, EnteredNumber> = new Map();

/** The facts of one `accounts.yaml`, common ones and those that its pack declares, by their ids. */
export class Entered {
  readonly book: FactBook;
  /** Every code that something was entered for, in the order of the file. */
  readonly codes: readonly EnteredCode[];
  private readonly values: ReadonlyMap<string, EnteredFact>;

  constructor(book: FactBook, values: ReadonlyMap<string, EnteredFact>, codes: readonly EnteredCode[]) {
    this.book = book;
    this.values = values;
    this.codes = codes;
  }

  /** What was entered of any fact of the book; undefined if nothing was. */
  find(id: string): EnteredFact | undefined {
    return this.values.get(id);
  }

  /** The number of a fact that was entered as one. */
  one(id: FactId): EnteredAmount | undefined {
    const value = this.values.get(id);
    return value?.form === 'one' ? value.number.amount : undefined;
  }

  /** The rows of a fact that was entered row by row. */
  rows(id: FactId): ReadonlyMap<string, EnteredNumber> {
    const value = this.values.get(id);
    return value?.form === 'rows' ? value.rows : NO_ROWS;
  }

  /** The keys of the rows of facts, each once, in the order of the file. */
  keysOf(...ids: readonly FactId[]): readonly string[] {
    return [...new Set(ids.flatMap((id) => [...this.rows(id).keys()]))];
  }

  /** The codes that stand in sections of the file, each once, in the order of the file. */
  codesIn(...sections: readonly CodeSection[]): readonly string[] {
    const wanted = new Set<string | undefined>(sections);
    return [...new Set(this.codes.flatMap(({ code, path }) => (wanted.has(path[0]) ? [code] : [])))];
  }
}

/** The sections of the file that hold amounts by code. */
export type CodeSection =
  '收入' | '支出' | '年初结转和结余' | '年末结转和结余' | '年初预算' | '基本支出经济分类';

/** A row as it may be read: an amount, or an amount with the name of its code. */
export interface NamedAmount {
  readonly name: string | undefined;
  readonly amount: EnteredAmount;
  /** The key of the amount, where the name stands beside it. */
  readonly key?: string;
}

type Mapping = Readonly<Record<string, unknown>>;

/**
 * Takes the facts of a book out of what a file's sections were read as.
 *
 * @param sections the sections of the file by their labels, their numbers read already
 */
export function enteredFacts(book: FactBook, sections: Mapping): Entered {
  const values = new Map<string, EnteredFact>();
  const codes = new Map<string, EnteredCode>();
  for (const fact of book.facts) {
    const value = fact.path.includes(CODE_STEP)
      ? { form: 'rows' as const, rows: rowsBelowCodes(fact, sections, codes) }
      : enteredAt(fact, valueAt(sections, fact.path), codes);
    if (
      value !== undefined &&
      (value.form === 'one' || value.rows.size > 0 || !fact.path.includes(CODE_STEP))
    )
      values.set(fact.id, value);
  }
  return new Entered(book, values, [...codes.values()]);
}

function enteredAt(fact: Fact, value: unknown, codes: Map<string, EnteredCode>): EnteredFact | undefined {
  if (value === undefined) return undefined;
  if (!isMapping(value)) return { form: 'one', number: { amount: value as EnteredAmount, path: fact.path } };
  const rows = new Map<string, EnteredNumber>();
  for (const [key, entry] of Object.entries(value)) {
    const path = rowPath(fact, key);
    const { amount, name, key: last } = isMapping(entry) ? (entry as unknown as NamedAmount) : plain(entry);
    rows.set(key, { amount, path: last === undefined ? path : [...path, last] });
    note(codes, fact, key, name, path);
  }
  return { form: 'rows', rows };
}

function plain(amount: unknown): NamedAmount {
  return { name: undefined, amount: amount as EnteredAmount };
}

/** The rows of a fact that stands below a code, with other facts of that code beside it. */
function rowsBelowCodes(
  fact: Fact,
  sections: Mapping,
  codes: Map<string, EnteredCode>,
): ReadonlyMap<string, EnteredNumber> {
  const at = fact.path.indexOf(CODE_STEP);
  const items = valueAt(sections, fact.path.slice(0, at));
  const rows = new Map<string, EnteredNumber>();
  if (!isMapping(items)) return rows;
  for (const [key, item] of Object.entries(items)) {
    const names = isMapping(item) ? item['名称'] : undefined;
    note(codes, fact, key, typeof names === 'string' ? names : undefined, [...fact.path.slice(0, at), key]);
    const amount = valueAt(item, fact.path.slice(at + 1));
    if (amount !== undefined) rows.set(key, { amount: amount as EnteredAmount, path: rowPath(fact, key) });
  }
  return rows;
}

function note(
  codes: Map<string, EnteredCode>,
  { keys }: Fact,
  code: string,
  name: string | undefined,
  path: readonly string[],
): void {
  if ((keys !== '科目' && keys !== '经济科目') || !/^\d/.test(code)) return;
  const table = keys === '科目' ? 'functional' : 'economic';
  codes.set(path.join('\n'), { table, code, name, path });
}

function valueAt(from: unknown, path: readonly string[]): unknown {
  let value = from;
  for (const step of path) {
    if (!isMapping(value)) return undefined;
    value = value[step];
  }
  return value;
}

/** Whether a value has keys below it: numbers are objects, too. */
function isMapping(value: unknown): value is Mapping {
  return typeof value === 'object' && value !== null && !('isZero' in value);
}
