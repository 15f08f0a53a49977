import type { OwnPhrase } from '../../pack/own-phrases.ts';
import type { Conventions, Pack, PackState, Phrases } from '../../pack/pack.ts';
import { contrast } from './contrast.ts';
import { styleText } from './number-style.ts';
import { both, type Pair, type Slugs } from './pair.ts';

/** The phrases that figures choose, by the names of pack.yaml. */
const PHRASES: Readonly<Record<string, (phrases: Phrases) => string>> = {
  '较上年.增加': ({ change }) => change.increase.source.text,
  '较上年.减少': ({ change }) => change.decrease.source.text,
  '较上年.持平': ({ change }) => change.unchanged.source.text,
  '较上年.基数为零': ({ change }) => change.fromZero.source.text,
  '较上年.未公开': ({ change }) => change.undisclosed.source.text,
  '较预算.大于': ({ budget }) => budget.above?.source.text ?? '',
  '较预算.小于': ({ budget }) => budget.below?.source.text ?? '',
  '较预算.等于': ({ budget }) => budget.equal?.source.text ?? '',
  '较预算.无预算': ({ budget }) => budget.noBudget?.source.text ?? '',
  '较预算.未公开': ({ budget }) => budget.undisclosed?.source.text ?? '',
  主要原因: ({ reason }) => reason.source.text,
  无此项: ({ none }) => none.source.text,
};

const CONVENTIONS: Readonly<Record<string, (conventions: Conventions) => string>> = {
  基数为零增长率: ({ growthFromZero }) => growthFromZero,
  均为零增长率: ({ growthOfNothing }) => growthOfNothing,
  未公开: ({ undisclosed }) => undisclosed,
  比较号: ({ comparisonSigns = '照填' }) => comparisonSigns,
  文字中的数字: ({ inText }) => styleText(inText),
};

/** Phrases that differ. */
export function comparePhrases(packs: Pair<Pack>, slugs: Slugs): readonly string[] {
  const phrases = both(packs, (pack) => pack.phrases);
  const own = both(phrases, ({ own: all }) => new Map([...all].map(([name, one]) => [name, ownText(one)])));
  return [
    ...compareEntries('措辞', PHRASES, phrases, slugs),
    ...[...new Set([...own.a.keys(), ...own.b.keys()])].flatMap((name) =>
      contrast(
        `自定措辞“${name}”`,
        slugs,
        both(own, (all) => all.get(name)),
      ),
    ),
  ];
}

function ownText(phrase: OwnPhrase): string {
  return Object.entries(phrase)
    .map(([sign, { source }]) => `${sign} ${source.text}`)
    .join('；');
}

/** Conventions that differ; how tables print numbers is told of each table. */
export function compareConventions(packs: Pair<Pack>, slugs: Slugs): readonly string[] {
  const conventions = both(packs, (pack) => pack.conventions);
  return compareEntries('惯例', CONVENTIONS, conventions, slugs);
}

/** States that only one pack knows, or that are not the same in both. */
export function compareStates(packs: Pair<Pack>, slugs: Slugs): readonly string[] {
  const states = both(packs, (pack) => pack.states);
  const names = [...new Set([...states.a.keys(), ...states.b.keys()])];
  return names.flatMap((name) =>
    contrast(
      `情形“${name}”`,
      slugs,
      both(states, (all) => stateText(all.get(name))),
    ),
  );
}

function stateText(state: PackState | undefined): string | undefined {
  if (state === undefined) return undefined;
  const { excuses, excludes, zero, newCodes, change } = state;
  const listed = (label: string, names: readonly string[]): readonly string[] =>
    names.length === 0 ? [] : [`${label} ${names.toSorted().join('、')}`];
  const said = [
    ...listed('免', excuses),
    ...listed('不应有', excludes),
    ...listed('应为零', zero),
    ...(newCodes ? ['列科目'] : []),
    ...(change === undefined ? [] : [`较上年 ${change.source.text}`]),
  ];
  return said.length === 0 ? '没有规定' : said.join('；');
}

function compareEntries<T>(
  about: string,
  entries: Readonly<Record<string, (of: T) => string>>,
  sides: Pair<T>,
  slugs: Slugs,
): readonly string[] {
  return Object.entries(entries).flatMap(([name, of]) =>
    contrast(`${about}“${name}”`, slugs, both(sides, of)),
  );
}
