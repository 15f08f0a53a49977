import { posix } from 'node:path';
import { UNDISCLOSED } from '../accounts/disclosed.ts';
import { figuresCompared } from '../figures/compared-figures.ts';
import { isZero } from '../figures/value.ts';
import { excuseFor, excusesOf, type DeclaredState } from '../pack/declared-states.ts';
import { error, note, type Diagnostic } from '../source/diagnostic.ts';
import type { Place } from '../source/place.ts';
import { placeOfKey } from '../source/yaml.ts';
import type { BookletSource } from './booklet-source.ts';

/** What is known of last year's value of a figure: 未公开 must have been written by somebody, else it is missing. */
export type PriorKnowledge = 'known' | 'undisclosed' | 'missing';

/** What is known of last year's value of a figure. */
export function priorKnowledge(id: string, { figures, year, lastYear }: BookletSource): PriorKnowledge {
  const prior = `${id}.上年`;
  if (figures.get(prior).value.state !== 'undisclosed') return 'known';
  const written = year.accounts.value.approved[prior] === UNDISCLOSED;
  return written || lastYear.prior(figures.get(id)) !== undefined ? 'undisclosed' : 'missing';
}

/** The declared state that explains why there are no figures of last year. */
export function excuseOfLastYear({ pack, year }: BookletSource): DeclaredState | undefined {
  return excuseFor('上年数', pack, year.accounts);
}

/**
 * What is to be said of the figures that the texts compare with last year's: those of which last year says nothing are
 * missing, all in one finding; those written as 未公开 are listed.
 *
 * @param compared ids of the figures that the texts compare
 */
export function lastYearFindings(source: BookletSource, compared: readonly string[]): readonly Diagnostic[] {
  const of = (knowledge: PriorKnowledge): readonly string[] =>
    [...new Set(compared)].filter((id) => priorKnowledge(id, source) === knowledge);
  const undisclosed = of('undisclosed');
  const missing = source.lastYear.unread ? [] : of('missing');
  return [
    ...(missing.length === 0 ? [] : [missingFigures(source, missing)]),
    ...(undisclosed.length === 0 ? [] : [undisclosedFigures(source, undisclosed)]),
  ];
}

/** Ids of the figures that the pack's tables compare with last year's. */
export function comparedInTables({ pack, figures }: BookletSource): readonly string[] {
  const columns = pack.tables
    .flatMap(({ layout }) => [
      ...layout.sides.flatMap(({ rows }) => rows.flatMap((row) => ('figures' in row ? row.figures : []))),
      ...(layout.footer ?? []).map(({ figure }) => figure),
    ])
    .flatMap(figuresCompared);
  return columns.flatMap((id) => {
    const [before = '', after] = id.split('{科目}');
    if (after === undefined) return figures.has(id) ? [id] : [];
    // A row is printed for a code that has something.
    return figures
      .ids()
      .filter((one) => one.startsWith(before) && one.endsWith(after))
      .filter((one) => /^\d+$/.test(one.slice(before.length, one.length - after.length)))
      .filter((one) => !isZero(figures.get(one).value));
  });
}

function missingFigures(source: BookletSource, ids: readonly string[]): Diagnostic {
  const { lastYear, pack } = source;
  const lines = (end: string): string => ids.map((id) => `“${id}${end}: ……”`).join('、');
  const count = `${ids.length} 个`;
  const year = source.year.year - 1;
  if (lastYear.comparatives !== undefined) {
    const news = [...pack.states].flatMap(([name, { newCodes }]) => (newCodes ? [name] : [])).join('、');
    const added = news === '' ? '' : `，是本年新增的科目，在本年 accounts.yaml 的“情形”下申明“${news}”`;
    const message = `对比数缺少 ${count}，文字要与上年比较；请补写：${lines('')}。没有公开的写“未公开”，上年没有的写 0.00${added}`;
    return error('missing-prior', message, placeOfKey(lastYear.comparatives.document, ['对比数']));
  }
  const place = placeInYear(source);
  if (lastYear.hasBooklet) {
    const message = `${year} 年度的决算里没有要与上年比较的 ${count}数；请在“批复数”下补写：${lines('.上年')}。没有公开的写“未公开”`;
    return error('missing-prior', message, place);
  }
  const file = posix.join(posix.dirname(place.file), '..', String(year), 'accounts.yaml');
  const states = excusesOf('上年数', pack);
  const excuse = states === '' ? '' : `；${states}的，改在本文件的“情形”下申明`;
  const message = `没有 ${year} 年度的数，文字要与上年比较的有 ${count}；请新建 ${file}，写“用途: 仅作上年对比”，在“对比数”下写：${lines('')}。没有公开的写“未公开”${excuse}`;
  return error('missing-prior', message, place);
}

function undisclosedFigures(source: BookletSource, ids: readonly string[]): Diagnostic {
  const message = `上年数写的是“未公开”，文字没有与上年比较：${ids.map((id) => `“${id}”`).join('、')}`;
  const { comparatives } = source.lastYear;
  const place =
    comparatives === undefined ? placeInYear(source) : placeOfKey(comparatives.document, ['对比数']);
  return note('undisclosed-prior', message, place);
}

function placeInYear({ year }: BookletSource): Place {
  return placeOfKey(year.accounts.document, ['年度']);
}
