import type { UnitSummary } from '../../summary/unit-summary.ts';
import type { SitePage } from '../meta/site-page.ts';
import { units } from '../model.ts';

/** Addresses and props of the pages that every unit has one of. */
export function unitPaths() {
  return units().map((unit) => ({ params: { unit: unit.slug }, props: { unit } }));
}

/** What stands around a unit's page. */
export function unitFrame(unit: UnitSummary): SitePage {
  const { name } = unit.unit;
  return {
    title: `${name}历年部门决算`,
    description: `${name}历年收入、支出、财政拨款和“三公”经费：每年多少，比上年增减多少。`,
    unit,
  };
}

/** What is known of a unit beside its accounts, by name; what is not known is left out. */
export function unitFacts({ unit, formerNames }: UnitSummary): readonly (readonly [string, string])[] {
  const { kind, supervisor, subordinates, aliases } = unit;
  const facts: readonly (readonly [string, string])[] = [
    ['类型', kind],
    ['主管部门', supervisor ?? ''],
    ['下属单位', subordinates.join('、')],
    ['又称', aliases.join('、')],
    ['曾用名', formerNames.map(({ name, years }) => `${name}（${years}）`).join('、')],
  ];
  return facts.filter(([, text]) => text !== '');
}
