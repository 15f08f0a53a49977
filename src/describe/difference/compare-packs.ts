import type { Cover, Pack } from '../../pack/pack.ts';
import { nestQuotes } from '../../source/diagnostic.ts';
import { contrast } from './contrast.ts';
import { compareFacts, compareTexts } from './facts.ts';
import { compareForms } from './forms.ts';
import { compareMembers, sharedKeys } from './members.ts';
import { both, type Pair, type Slugs } from './pair.ts';
import { comparePartTexts } from './part-texts.ts';
import { compareConventions, comparePhrases, compareStates } from './phrases.ts';
import {
  comparePublicationDays,
  compareRequirements,
  compareSamePayments,
  compareScoring,
} from './requirements.ts';
import { compareLayouts } from './layouts.ts';
import { compareSequences } from './sequence.ts';
import { compareSheets, compareTables } from './tables.ts';

/** Compares packs in one respect, in sentences. */
type Comparison = (packs: Pair<Pack>, slugs: Slugs) => readonly string[];

/** How packs are compared in each of the things that they hold, in this order; undefined for what nothing prints or asks for. */
const COMPARISONS: Readonly<Record<keyof Pack, Comparison | undefined>> = {
  slug: undefined,
  shipped: undefined,
  name: undefined,
  years: undefined,
  title: (packs, slugs) =>
    contrast(
      '书名',
      slugs,
      both(packs, ({ title }) => title.source.text),
    ),
  cover: compareCovers,
  runningHead: (packs, slugs) =>
    contrast(
      '页眉',
      slugs,
      both(packs, ({ runningHead }) => runningHead),
    ),
  charts: (packs, slugs) =>
    contrast(
      '一图看懂',
      slugs,
      both(packs, ({ charts }) => (charts ? '印' : '不印')),
    ),
  layout: (packs, slugs) =>
    contrast(
      '版式',
      slugs,
      both(packs, ({ layout }) => layout),
    ),
  layouts: compareLayouts,
  sharedSheets: (packs, slugs) =>
    contrast(
      '空表并页',
      slugs,
      both(packs, ({ sharedSheets }) => (sharedSheets ? '是' : '否')),
    ),
  parts: compareParts,
  tables: compareTables,
  sheets: compareSheets,
  phrases: comparePhrases,
  conventions: compareConventions,
  glossary: compareGlossaries,
  forms: compareForms,
  facts: compareFacts,
  texts: compareTexts,
  states: compareStates,
  required: compareRequirements,
  publicationDays: comparePublicationDays,
  scoring: compareScoring,
  samePayments: compareSamePayments,
  // These say where the words of the above are from, and which of them count as what.
  words: undefined,
  vocabulary: undefined,
  partials: undefined,
  literals: undefined,
  references: undefined,
  glossarySource: undefined,
  documents: undefined,
};

/**
 * What two packs print differently, and what they ask for differently, in sentences; however their files are cut and
 * whatever they inherit. Names and years of the packs themselves are not compared.
 */
export function comparePacks(a: Pack, b: Pack): readonly string[] {
  const packs = { a, b };
  const slugs = both(packs, ({ slug }) => slug);
  return Object.values(COMPARISONS)
    .flatMap((compare) => compare?.(packs, slugs) ?? [])
    .map(nestQuotes);
}

/** The groups of lines on a cover, by their names in pack.yaml. */
const COVER: readonly (readonly [string, keyof Cover])[] = [
  ['封面眉题', 'head'],
  ['封面行', 'lines'],
  ['封面落款', 'foot'],
];

function compareCovers(packs: Pair<Pack>, slugs: Slugs): readonly string[] {
  return COVER.flatMap(([name, group]) =>
    compareSequences(
      name,
      slugs,
      both(packs, ({ cover }) => cover[group].map((says) => ({ name: '', says }))),
    ),
  );
}

function compareParts(packs: Pair<Pack>, slugs: Slugs): readonly string[] {
  const parts = both(packs, (pack) => new Map(pack.parts.map((part) => [part.key, part])));
  const titles = both(parts, (all) => new Map([...all].map(([key, { title }]) => [key, title])));
  const shared = sharedKeys(parts);
  const texts = shared.flatMap((key) => {
    const [a, b] = [parts.a.get(key), parts.b.get(key)];
    return a === undefined || b === undefined ? [] : comparePartTexts(slugs, { a, b });
  });
  const shown = both(parts, (all) => (key: string) => (all.get(key)?.hidden === true ? '不印' : '印'));
  return [
    ...compareMembers({ about: '部分', measure: '个', titles }, slugs),
    ...shared.flatMap((key) =>
      contrast(
        `部分 ${key} 的标题`,
        slugs,
        both(titles, (all) => all.get(key)),
      ),
    ),
    ...shared.flatMap((key) =>
      contrast(
        `部分 ${key} 的标题在印本上`,
        slugs,
        both(shown, (of) => of(key)),
      ),
    ),
    ...texts,
  ];
}

function compareGlossaries(packs: Pair<Pack>, slugs: Slugs): readonly string[] {
  const terms = both(
    packs,
    ({ glossary }) => new Map(glossary.map(({ term, definition }) => [term, definition])),
  );
  const titles = both(terms, (all) => new Map([...all.keys()].map((term) => [term, term])));
  return [
    ...compareMembers({ about: '名词解释', measure: '条', titles }, slugs),
    ...sharedKeys(terms).flatMap((term) =>
      contrast(
        `名词“${term}”`,
        slugs,
        both(terms, (all) => all.get(term)),
      ),
    ),
  ];
}
