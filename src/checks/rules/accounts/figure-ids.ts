import { AmountInUnit } from '../../../accounts/amount-in-unit.ts';
import { THREE_PUBLIC_ITEMS } from '../../../accounts/categories.ts';
import type { Loaded } from '../../../accounts/reader.ts';
import type { Narrative } from '../../../accounts/schema/narrative.ts';
import { suggestion } from '../../../accounts/suggestion.ts';
import type { Registry } from '../../../figures/registry.ts';
import { error, type Diagnostic } from '../../../source/diagnostic.ts';
import { placeOfKey, placeOfValue, type YamlDocument, type YamlPath } from '../../../source/yaml.ts';
import type { Check } from '../../check.ts';

const SPENT_ON: readonly string[] = [...Object.values(THREE_PUBLIC_ITEMS), '公务用车购置及运行维护费'];

/** Every figure that the content names by its id must exist, and every 同 must lead to a reason. */
export const figureIds: Check = {
  rule: 'unknown-figure',
  numbers: [],
  source: '每个数字只有一个名称',
  summary: '批复数、印数、更正的原数、原因、对比数、开支内容中写的名称应存在',
  run: ({ year, figures, comparatives }) => {
    const { accounts, narrative } = year;
    const { approved, pinned, publication } = accounts.value;
    const named: readonly (readonly [YamlDocument, YamlPath, object])[] = [
      [accounts.document, ['批复数'], approved],
      [accounts.document, ['印数'], pinned],
      ...publication.corrections.map(
        ({ before }, index) => [accounts.document, ['公开', '更正', index, '原数'], before] as const,
      ),
      [narrative.document, ['原因'], narrative.value.reasons],
    ];
    // Which figures forms have is not known before their kinds are.
    const isKnown = (id: string): boolean => year.formKinds !== undefined || !id.startsWith('绩效.');
    const own = named.flatMap(([document, path, byId]) =>
      Object.keys(byId)
        .filter(isKnown)
        .flatMap((id) => checkId(figures, document, [...path, id])),
    );
    const last =
      comparatives === undefined
        ? []
        : checkPrior(figures, comparatives.document, Object.keys(comparatives.value.figures).filter(isKnown));
    const shared = Object.entries(narrative.value.reasons).flatMap(([id, { sameAs }]) => {
      if (sameAs === undefined || narrative.value.reasons[sameAs]?.text !== undefined) return [];
      const message = `“同: ${sameAs}”没有指向一段写明的原因；请写成“原因”下另一个有文字的名称`;
      return [error('unknown-figure', message, placeOfValue(narrative.document, ['原因', id, '同']))];
    });
    const counts = [
      ...countsInMoney(figures, accounts.document, '批复数', approved),
      ...(comparatives === undefined
        ? []
        : countsInMoney(figures, comparatives.document, '对比数', comparatives.value.figures)),
    ];
    return [...own, ...last, ...shared, ...counts, ...spentOn(narrative)];
  },
};

/** What is counted or measured has no unit of money behind it. */
function countsInMoney(
  figures: Registry,
  document: YamlDocument,
  section: string,
  entered: Readonly<Record<string, unknown>>,
): readonly Diagnostic[] {
  return Object.entries(entered).flatMap(([id, value]) => {
    const figure = value instanceof AmountInUnit ? figures.find(id) : undefined;
    if (figure === undefined || figure.unit === '万元') return [];
    const message = `“${figure.label}”的单位是“${figure.unit}”，写的却是金额；请只写数，不带元、万元、亿元`;
    return [error('not-a-number', message, placeOfValue(document, [section, id]))];
  });
}

/** 开支内容 is told of the items of “三公”经费 by their names. */
function spentOn({ document, value }: Loaded<Narrative>): readonly Diagnostic[] {
  return Object.keys(value.spentOn)
    .filter((name) => !SPENT_ON.includes(name))
    .map((name) => {
      const message = `“开支内容”中没有“${name}”这一项${suggestion(name, SPENT_ON)}`;
      return error('unknown-figure', message, placeOfKey(document, ['开支内容', name]));
    });
}

/** Last year had codes that this year does not have: their figures are known by their column. */
function checkPrior(
  figures: Registry,
  document: YamlDocument,
  ids: readonly string[],
): readonly Diagnostic[] {
  const column = (id: string): string =>
    id.replace(/^(收入|支出|年初结转和结余|年末结转和结余)\.2\d{2}(\d{2}){0,2}\./, '$1.');
  return ids
    .filter((id) => !figures.has(column(id)))
    .flatMap((id) => checkId(figures, document, ['对比数', id]));
}

function checkId(figures: Registry, document: YamlDocument, path: YamlPath): readonly Diagnostic[] {
  const id = String(path.at(-1));
  if (figures.has(id)) return [];
  return [error('unknown-figure', `没有“${id}”这个数字${figures.suggest(id)}`, placeOfKey(document, path))];
}
