import { error, type Diagnostic } from '../source/diagnostic.ts';
import type { YamlDocument, YamlPath } from '../source/yaml.ts';
import type { ThroughYears } from './schema/through-years.ts';
import type { Unit, UnitThroughYears } from './schema/unit.ts';

/** Fields of `unit.yaml` that may have values by year, by their labels. */
const CHANGING = {
  name: '名称',
  kind: '类型',
  supervisor: '主管部门',
  subordinates: '下属单位',
  phone: '联系电话',
  email: '电子邮箱',
  postal: '联系地址',
  requests: '依申请公开',
} as const;
export type ChangingField = keyof typeof CHANGING;

/** Stands where a body has no supervising department any more. */
export const NO_SUPERVISOR = '无';

/** The body as it was in a year; years before the first value take the first. */
export function unitIn(unit: UnitThroughYears, year: number): Unit {
  const supervisor = unit.supervisor && valueIn(unit.supervisor, year);
  return {
    name: valueIn(unit.name, year),
    aliases: unit.aliases,
    kind: valueIn(unit.kind, year),
    supervisor: supervisor === NO_SUPERVISOR ? undefined : supervisor,
    subordinates: valueIn(unit.subordinates, year),
    ...contactIn(unit, year),
  };
}

function contactIn(unit: UnitThroughYears, year: number): Pick<Unit, 'contact'> {
  const given = (['phone', 'email', 'postal', 'requests'] as const).flatMap((field) => {
    const values = unit[field];
    return values === undefined ? [] : [[field, valueIn(values, year)] as const];
  });
  return given.length === 0 ? {} : { contact: Object.fromEntries(given) };
}

/** The body as it is now. */
export function newestUnit(unit: UnitThroughYears): Unit {
  return unitIn(unit, Infinity);
}

/** Where the value of a year stands in `unit.yaml`. */
export function pathInYear<F extends ChangingField>(
  unit: Pick<UnitThroughYears, F>,
  field: F,
  year: number,
): YamlPath {
  const values: ThroughYears<unknown> = unit[field] ?? [];
  const since = entryIn(values, year)?.since;
  return since === undefined ? [CHANGING[field]] : [CHANGING[field], String(since)];
}

/** A name with the years in which it was that of the body. */
export interface NameInYears {
  readonly name: string;
  /** In words: `2019年度至2022年度`, `2022年度及以前`, `2023年度起`. */
  readonly years: string;
}

/** What else the body was called in other years than one, oldest first; a name that came back is not among them. */
export function otherNames({ name: names }: UnitThroughYears, year: number): readonly NameInYears[] {
  const current = valueIn(names, year);
  return names.flatMap(({ since, value }, index) =>
    value === current
      ? []
      : [{ name: value, years: yearsInWords(since, names[index + 1]?.since, index === 0) }],
  );
}

/** All values of a field that do not hold in a year. */
export function valuesOfOtherYears<T>(values: ThroughYears<T>, year: number): readonly T[] {
  const current = entryIn(values, year);
  return values.filter((one) => one !== current).map(({ value }) => value);
}

/** Years are entered from the first to the last: one that steps back is likely a slip. */
export function yearsOutOfOrder({ root, source }: YamlDocument): readonly Diagnostic[] {
  if (root.kind !== 'mapping') return [];
  return Object.values(CHANGING).flatMap((label) => {
    const value = root.entries.get(label)?.value;
    if (value?.kind !== 'mapping') return [];
    const entries = [...value.entries.values()];
    return entries.flatMap(({ key, keyStart }, index) => {
      const before = entries[index - 1]?.key;
      if (before === undefined || !(Number(key) < Number(before))) return [];
      const message = `“${label}”的 ${key} 写在 ${before} 之后；年度应从早到晚写，请核对年份或调整顺序`;
      return [error('wrong-year', message, source.placeAt(keyStart))];
    });
  });
}

function yearsInWords(since: number | undefined, next: number | undefined, first: boolean): string {
  if (next === undefined) return `${since}年度起`;
  if (first || since === undefined) return `${next - 1}年度及以前`;
  return next - 1 === since ? `${since}年度` : `${since}年度至${next - 1}年度`;
}

function entryIn<T>(values: ThroughYears<T>, year: number): ThroughYears<T>[number] | undefined {
  return values.findLast(({ since }) => since === undefined || since <= year) ?? values[0];
}

function valueIn<T>(values: ThroughYears<T>, year: number): T {
  const entry = entryIn(values, year);
  if (entry === undefined) throw new Error('no value for any year');
  return entry.value;
}
