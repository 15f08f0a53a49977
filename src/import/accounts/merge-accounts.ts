import { ZERO } from '../../accounts/decimal.ts';
import { UNDISCLOSED } from '../../accounts/disclosed.ts';
import type { Fact } from '../../accounts/facts/fact.ts';
import type { FactBook } from '../../accounts/facts/fact-book.ts';
import type { MoneyUnit } from '../../accounts/schema/entries.ts';
import { TO_FILL } from '../../accounts/unfilled.ts';
import { editYaml } from '../../source/writer/edit-yaml.ts';
import { entriesOf, isMap, valueAt, type YamlMap, type YamlValue } from '../../source/writer/value.ts';
import { placeOfValue, type YamlDocument } from '../../source/yaml.ts';
import { found, type Finding } from '../finding.ts';
import type { ReadName, Source } from '../reading.ts';
import { amountText, numberIn, roundedText, stepOf, type Amount } from './amount-text.ts';
import { keyOrder, withEntry, type KeyOrder } from './key-order.ts';
import type { KnownFact, StatedTotal, Understood } from './understood.ts';

/** What is to be entered in a file. */
export interface Entries {
  readonly facts: readonly KnownFact[];
  readonly hidden: Understood['hidden'];
  readonly totals: readonly StatedTotal[];
  readonly pinned: Understood['pinned'];
  /** Ids of the totals that the pack asks for; of others, only what is not zero and not entered itself is written. */
  readonly required: ReadonlySet<string>;
  /** Names of codes that no classification has. */
  readonly names: readonly ReadName[];
  /** Whether all that was published is given: totals that are asked for and not stated are then not disclosed. */
  readonly isPublished: boolean;
}

/** A file with what was entered, and what stands there already and differs. */
export interface MergedFile {
  readonly text: string;
  readonly conflicts: readonly Finding[];
  /** How many entries are new. */
  readonly entered: number;
}

/**
 * Enters what was understood in `accounts.yaml`: where nothing stands, or 待填. What stands there stays; if it differs,
 * that is a conflict.
 */
export function mergeAccounts(
  document: YamlDocument,
  unit: MoneyUnit,
  book: FactBook,
  entries: Entries,
): MergedFile {
  const merge = new Merge(document, unit, keyOrder(book), entriesOf(document.root));
  for (const facts of Map.groupBy(entries.facts, ({ fact }) => fact.id).values()) merge.enterFact(facts);
  for (const { path, source } of entries.hidden) merge.enterText(path, UNDISCLOSED, source);
  for (const total of entries.totals.filter(
    (one) =>
      merge.hasPlaceFor(one) ||
      (one.worthwhile &&
        (entries.required.has(one.id) || (merge.isTelling(one) && !merge.isEntered(book, one.id)))),
  ))
    merge.enterTotal(total);
  for (const { id, print, source } of entries.pinned) merge.enterText(['印数', id], print, source);
  if (entries.isPublished) for (const id of entries.required) merge.enterUndisclosed(['批复数', id]);
  for (const { code, name, source } of entries.names) merge.enterText(['科目名称', code], name, source);
  const text = editYaml(document.source.text, [{ do: 'set', at: [], to: merge.root }]);
  return { text, conflicts: merge.conflicts, entered: merge.entered };
}

/** One number that is known, with what it is called. */
interface Stated extends Amount {
  readonly source: Source;
  readonly isMoney: boolean;
}

class Merge {
  root: YamlMap;
  entered = 0;
  readonly conflicts: Finding[] = [];
  private readonly document: YamlDocument;
  private readonly unit: MoneyUnit;
  private readonly order: KeyOrder;

  constructor(document: YamlDocument, unit: MoneyUnit, order: KeyOrder, root: YamlMap) {
    this.document = document;
    this.unit = unit;
    this.order = order;
    // Amounts are entered in one unit: a file that has none yet gets that of the amounts.
    this.root = isOpen(root.get('金额单位')) ? withEntry(root, ['金额单位'], unit, order) : root;
  }

  /** Enters a fact with all its rows; rows of nothing are not written. */
  enterFact(facts: readonly KnownFact[]): void {
    const [first] = facts;
    if (first === undefined) return;
    const { fact } = first;
    const old = valueAt(this.root, fact.path);
    const rows = facts.filter(({ key }) => key !== undefined);
    if (rows.length === 0) this.enterWhole(fact, statedOf(first), old);
    else if (fact.orPlain && typeof old === 'string' && !isOpen(old)) this.compareSum(fact, rows, old);
    else if (fact.orPlain && isOpen(old) && rows.every(({ value }) => value.isZero()))
      this.write(fact.path, amountText(ZERO, fact.unit === '万元', this.unit));
    else {
      if (isUntouched(fact, old)) this.root = withEntry(this.root, fact.path, new Map(), this.order);
      for (const row of rows) this.enterRow(row);
    }
  }

  /** A total: an approved number that is compared with the sum of its parts. */
  enterTotal({ id, isMoney, ...total }: StatedTotal): void {
    this.enterNumber(['批复数', id], { ...total, isMoney });
  }

  /** Whether somebody has left a place for a total, as a file does that is made from last year's. */
  hasPlaceFor({ id }: StatedTotal): boolean {
    return valueAt(this.root, ['批复数', id]) === TO_FILL;
  }

  /** Whether a total says something that its parts do not: one in 万元 says less than parts in 元 that are all known. */
  isTelling({ value, tolerance, isMoney, settled }: StatedTotal): boolean {
    return !value.isZero() && (!settled || tolerance.lte(stepOf(isMoney, this.unit)));
  }

  /** Whether a figure is one number that is entered, and no sum. */
  isEntered(book: FactBook, id: string): boolean {
    const place = book.placeOf(id);
    return place !== undefined && typeof valueAt(this.root, place.path) === 'string';
  }

  /** What nobody can fill in. */
  enterUndisclosed(path: readonly string[]): void {
    if (isOpen(valueAt(this.root, path))) this.write(path, UNDISCLOSED);
  }

  enterText(path: readonly string[], text: string, source: Source): void {
    const old = valueAt(this.root, path);
    if (isOpen(old)) this.write(path, text);
    else if (old !== text) this.conflict(path, `表上是“${text}”`, source, old);
  }

  private enterWhole(fact: Fact, stated: Stated, old: YamlValue | undefined): void {
    if (!isMap(old)) this.enterNumber(fact.path, stated);
    else if (old.size === 0 && stated.value.isZero()) return;
    else if (old.size > 0 && [...old.values()].every(isOpen)) this.writeNumber(fact.path, stated);
    // Rows of which some are still to be filled in cannot be added up.
    else if ([...old.values()].some(isOpen)) return;
    else this.compare(fact.path, stated, this.sumOf(old, stated.isMoney));
  }

  private enterRow(row: KnownFact): void {
    const old = valueAt(this.root, row.path);
    const path = isMap(old) ? [...row.path, '金额'] : row.path;
    const isListed = row.fact.keys === '科目' || row.fact.keys === '经济科目';
    if (old === undefined && isListed && row.value.isZero()) return;
    this.enterNumber(path, statedOf(row));
  }

  /** One amount stands where the files say of how many it is made: it stays if it is their sum. */
  private compareSum(fact: Fact, rows: readonly KnownFact[], old: string): void {
    const sum = rows.map(statedOf).reduce((all, one) => ({ ...all, ...added(all, one) }));
    this.compare(fact.path, sum, numberIn(old, sum.isMoney, this.unit));
  }

  private enterNumber(path: readonly string[], stated: Stated): void {
    const old = valueAt(this.root, path);
    if (isOpen(old)) this.writeNumber(path, stated);
    else
      this.compare(
        path,
        stated,
        typeof old === 'string' ? numberIn(old, stated.isMoney, this.unit) : undefined,
      );
  }

  private compare(path: readonly string[], stated: Stated, old: Amount | undefined): void {
    if (old?.value.minus(stated.value).abs().lte(stated.tolerance.plus(old.tolerance)) === true) return;
    const says = `${amountText(stated.value, stated.isMoney, this.unit)}${stated.isMoney ? ` ${this.unit}` : ''}`;
    this.conflict(path, `表上是 ${says}`, stated.source, valueAt(this.root, path));
  }

  private conflict(path: readonly string[], says: string, source: Source, old: YamlValue | undefined): void {
    const stands = typeof old === 'string' ? `是“${old}”` : '各项相加不是这个数';
    const message = `${path.join('.')}：${says}，已填的${stands}；没有改动，请核对后自己改正`;
    const place = placeOfValue(this.document, path);
    this.conflicts.push(found('import-conflict', message, source, [{ message: '已填的在这里', at: place }]));
  }

  private sumOf(map: YamlMap, isMoney: boolean): Amount | undefined {
    let sum: Amount | undefined = { value: ZERO, tolerance: ZERO };
    for (const value of map.values()) {
      const text = isMap(value) ? value.get('金额') : value;
      const number = typeof text === 'string' ? numberIn(text, isMoney, this.unit) : undefined;
      sum = number && sum && added(sum, number);
    }
    return sum;
  }

  private writeNumber(path: readonly string[], { value, tolerance, isMoney }: Stated): void {
    const text = isMoney ? roundedText(value, tolerance, this.unit) : amountText(value, isMoney, this.unit);
    this.write(path, text);
  }

  private write(path: readonly string[], text: string): void {
    this.root = withEntry(this.root, path, text, this.order);
    this.entered += 1;
  }
}

function added(one: Amount, other: Amount): Amount {
  return { value: one.value.plus(other.value), tolerance: one.tolerance.plus(other.tolerance) };
}

/** Whether nothing is entered at a place yet. */
function isOpen(old: YamlValue | undefined): boolean {
  return old === undefined || old === TO_FILL || old === '';
}

/** Whether rows can be entered in the order of the approved table: nothing is entered yet, or names to be filled in. */
function isUntouched({ keys }: Fact, old: YamlValue | undefined): boolean {
  if (typeof old === 'string') return isOpen(old);
  return keys === '名称' && isMap(old) && [...old.values()].every(isOpen);
}

function statedOf({ value, tolerance, source, fact }: KnownFact): Stated {
  return { value, tolerance, source, isMoney: fact.unit === '万元' };
}
