import { splitUnit } from '../../accounts/amount-in-unit.ts';
import type { MoneyUnit } from '../../accounts/schema/entries.ts';
import { TO_FILL } from '../../accounts/unfilled.ts';
import { editYaml } from '../../source/writer/edit-yaml.ts';
import { entriesOf, isMap, type YamlMap, type YamlValue } from '../../source/writer/value.ts';
import { placeOfValue, textAt, type YamlDocument } from '../../source/yaml.ts';
import { found, type Finding } from '../finding.ts';
import { numberIn } from '../accounts/amount-text.ts';
import type { ReadForm } from '../reading.ts';
import { plainWords } from '../tables/words.ts';
import { sourceOf } from '../workbook/sheet.ts';
import { formEntries, type FormEntries, type Path } from './form-entries.ts';

/** A form's file with what a given file says. */
export interface MergedForm {
  readonly text: string;
  readonly conflicts: readonly Finding[];
  /** How many entries are new. */
  readonly entered: number;
}

/** Texts by which a form says that it is the body's own. */
const BODIES = ['主管部门', '实施单位'];

/**
 * Enters a form where nothing stands, or 待填; what stands there stays, and if it says something else, that is a
 * conflict.
 *
 * @param document the form's file
 * @param bodies the names of the body, which is meant where a form names none
 */
export function mergeForm(document: YamlDocument, form: ReadForm, bodies: readonly string[]): MergedForm {
  const before = entriesOf(document.root);
  const unit = unitIn(document, form);
  const entries = formEntries(form, unit);
  const own = bodies.map((name) => plainWords(name));
  const value = new Map(
    [...entries.value].filter(
      ([key, entry]) =>
        before.has(key) ||
        !BODIES.includes(key) ||
        typeof entry !== 'string' ||
        !own.includes(plainWords(entry)),
    ),
  );
  const merging = new Merging(document, form, entries, unit);
  const merged = merging.map(before, value, []);
  const { entered, conflicts } = merging;
  const text =
    entered === 0
      ? document.source.text
      : editYaml(document.source.text, [{ do: 'set', at: [], to: merged }]);
  return { text, conflicts, entered };
}

/** In what the file states amounts; a new one as the form does, if it can. */
function unitIn(document: YamlDocument, { unit }: ReadForm): MoneyUnit {
  const written = textAt(document, ['金额单位']);
  if (written === '元' || written === '万元') return written;
  return unit.name === '元' ? '元' : '万元';
}

class Merging {
  entered = 0;
  readonly conflicts: Finding[] = [];
  private readonly document: YamlDocument;
  private readonly form: ReadForm;
  private readonly entries: FormEntries;
  private readonly unit: MoneyUnit;

  constructor(document: YamlDocument, form: ReadForm, entries: FormEntries, unit: MoneyUnit) {
    this.document = document;
    this.form = form;
    this.entries = entries;
    this.unit = unit;
  }

  /** A mapping with what is new in another: keys that it lacks stand behind those that both have before them. */
  map(old: YamlMap, value: YamlMap, path: Path): YamlMap {
    const merged = [...old].map(([key, one]): [string, YamlValue] => {
      const next = value.get(key);
      return [key, next === undefined ? one : this.value(one, next, [...path, key])];
    });
    let at = 0;
    for (const [key, next] of value) {
      const known = merged.findIndex(([one]) => one === key);
      if (known >= 0) at = known + 1;
      else if (next !== TO_FILL) {
        merged.splice(at, 0, [key, next]);
        at += 1;
        this.entered += leavesOf(next);
      }
    }
    return new Map(merged);
  }

  private value(old: YamlValue, next: YamlValue, path: Path): YamlValue {
    if (isOpen(old)) {
      this.entered += leavesOf(next);
      return next;
    }
    if (isMap(old) && isMap(next)) return this.map(old, next, path);
    if (Array.isArray(old) && Array.isArray(next)) return this.list(old, next, path);
    if (typeof old === 'string' && typeof next === 'string') {
      if (next !== TO_FILL && !isSame(old, next, path, this.unit))
        this.conflict(path, `表上是“${next}”`, `是“${old}”`);
    } else this.conflict(path, '表上的写法', '与它不同');
    return old;
  }

  private list(old: readonly YamlValue[], next: readonly YamlValue[], path: Path): YamlValue {
    if (old.length === next.length)
      return old.map((one, index) => this.value(one, next[index] ?? '', [...path, index]));
    this.conflict(path, `表上有 ${next.length} 项`, `有 ${old.length} 项`);
    return old;
  }

  private conflict(path: Path, says: string, stands: string): void {
    const name = path.join('\n');
    const cell =
      this.entries.cells.get(name) ??
      [...this.entries.cells].find(([one]) => one.startsWith(`${name}\n`))?.[1];
    const source = sourceOf(this.form.sheet, cell ?? { row: 0, column: 0 });
    const shown = path.map((step) => (typeof step === 'number' ? `第 ${step + 1} 项` : step)).join('.');
    const message = `${this.form.name}：${shown}，${says}，已填的${stands}；没有改动，请核对后自己改正`;
    const place = placeOfValue(this.document, path);
    this.conflicts.push(found('import-conflict', message, source, [{ message: '已填的在这里', at: place }]));
  }
}

/** Whether nothing is entered at a place yet. */
function isOpen(old: YamlValue): boolean {
  if (typeof old === 'string') return old === TO_FILL || old === '';
  return [...old.values()].every(isOpenBelow);
}

/** Within a list to be filled in, headings may be given. */
function isOpenBelow(value: YamlValue): boolean {
  if (typeof value === 'string') return value === TO_FILL;
  const values = [...value.values()];
  const texts = values.filter((one) => typeof one === 'string');
  return isMap(value) && values.length > texts.length
    ? values.filter((one) => typeof one !== 'string').every(isOpen)
    : values.every(isOpenBelow);
}

function leavesOf(value: YamlValue | undefined): number {
  if (value === undefined || typeof value === 'string') return value === TO_FILL ? 0 : 1;
  return [...value.values()].reduce((sum: number, one) => sum + leavesOf(one), 0);
}

/**
 * Whether two entries say the same: numbers by value, amounts of money as far as they were rounded; words without what
 * differs from hand to hand.
 */
function isSame(old: string, next: string, path: Path, unit: MoneyUnit): boolean {
  const isMoney = path[0] === MONEY;
  const [a, b] = [old, next].map((text) => numberIn(text, isMoney, unit));
  if (a === undefined || b === undefined) return plainWords(old) === plainWords(next);
  const isRounded = isMoney && [old, next].some((text) => splitUnit(text) !== undefined);
  return isRounded ? a.value.minus(b.value).abs().lte(a.tolerance.plus(b.tolerance)) : a.value.eq(b.value);
}

/** Below which the money of a form stands. */
const MONEY = '资金';
