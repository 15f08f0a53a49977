import { formatExact } from '../../accounts/decimal.ts';
import type { Pack } from '../../pack/pack.ts';
import type { Scoring } from '../../pack/scoring-schema.ts';
import { contrast } from './contrast.ts';
import { both, type Pair, type Slugs } from './pair.ts';

/** What every booklet must contain, where that differs. */
export function compareRequirements(packs: Pair<Pack>, slugs: Slugs): readonly string[] {
  const required = both(packs, (pack) => pack.required);
  const [a, b] = [required.a.approved, required.b.approved];
  const kinds = new Set([...Object.keys(required.a.forms), ...Object.keys(required.b.forms)]);
  return [
    ...only('必有.批复数', slugs.a, a, b),
    ...only('必有.批复数', slugs.b, b, a),
    ...[...kinds].flatMap((kind) =>
      contrast(
        `必有.自评表.${kind}`,
        slugs,
        both(required, ({ forms }) => forms[kind]),
      ),
    ),
  ];
}

/** Codes that must show the same money, where only one pack says so. */
export function compareSamePayments(packs: Pair<Pack>, slugs: Slugs): readonly string[] {
  const { a, b } = both(packs, ({ samePayments }) =>
    samePayments.map(({ functional, economic }) => `${functional.join('、')} 与 ${economic.join('、')}`),
  );
  return [...only('同数科目', slugs.a, a, b), ...only('同数科目', slugs.b, b, a)];
}

/** Within how many days a booklet is to be published. */
export function comparePublicationDays(packs: Pair<Pack>, slugs: Slugs): readonly string[] {
  const days = both(packs, ({ publicationDays }) =>
    publicationDays === undefined ? undefined : `${publicationDays} 日`,
  );
  return contrast('公开期限', slugs, days);
}

const SCORING: { readonly [K in keyof Scoring]: readonly [label: string, of: (scoring: Scoring) => string] } =
  {
    executionWeight: ['执行分值', (one) => formatExact(one.executionWeight)],
    indicatorWeight: ['指标分值', (one) => formatExact(one.indicatorWeight)],
    levelWeights: [
      '一级指标分值',
      ({ levelWeights }) =>
        Object.entries(levelWeights)
          .map(([level, weight]) => `${level} ${formatExact(weight)}`)
          .sort()
          .join('、'),
    ],
    requiredLevels: ['必有一级指标', ({ requiredLevels }) => requiredLevels.toSorted().join('、')],
    fullExecution: ['执行满分', (one) => formatExact(one.fullExecution)],
    noExecution: ['执行零分', (one) => formatExact(one.noExecution)],
    noFulfilment: ['完成零分', (one) => formatExact(one.noFulfilment)],
    ceilingZero: ['超限零分', (one) => formatExact(one.ceilingZero)],
    overFulfilment: ['超额说明', (one) => formatExact(one.overFulfilment)],
    qualitative: [
      '定性',
      ({ qualitative }) =>
        qualitative
          .map(({ answer, from, to }) => `${answer} ${formatExact(from)}—${formatExact(to)}`)
          .join('、'),
    ],
    grades: [
      '等级',
      ({ grades }) => grades.map(({ name, from }) => `${name} ${formatExact(from)}`).join('、'),
    ],
  };

/** How forms are scored, where that differs. */
export function compareScoring(packs: Pair<Pack>, slugs: Slugs): readonly string[] {
  const scoring = both(packs, (pack) => pack.scoring);
  return Object.values(SCORING).flatMap(([label, of]) =>
    contrast(`评分“${label}”`, slugs, both(scoring, of)),
  );
}

/** How forms of a kind are scored, where a pack scores them otherwise than others. */
export function compareScales(
  about: string,
  scales: Pair<{ readonly own: Scoring; readonly common: Scoring }>,
  slugs: Slugs,
): readonly string[] {
  return Object.values(SCORING).flatMap(([label, of]) => {
    const say = both(scales, ({ own, common }) => (of(own) === of(common) ? undefined : of(own)));
    return contrast(`${about}评分“${label}”`, slugs, say);
  });
}

/** `必有.批复数：只有 xinjiang-2023 有“收入.总计”`. */
function only(
  about: string,
  slug: string,
  own: readonly string[],
  other: readonly string[],
): readonly string[] {
  const extra = own.filter((one) => !other.includes(one));
  return extra.length === 0 ? [] : [`${about}：只有 ${slug} 有${extra.map((one) => `“${one}”`).join('、')}`];
}
