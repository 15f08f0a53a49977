import { comparandIn } from './comparands.ts';
import type { Comparand } from './roles.ts';
import type { Claim } from './sentence.ts';

const COMPARED =
  /(?:大于|高于|超过|超出|多于|小于|低于|少于|未达到?|等于)(?:了)?(年初|全年|调整后?的?)?预算(?:数|安排数?)?(?!\d|的?\s*\d)/gu;
const LEVEL =
  /(?:与|和|同|较|比)(上年度?|去年|上一年度?|年初预算|全年预算|调整后?预算|预算)(?:数|决算数?|同期|支出|执行数)?(?:相比|比较)?，?(?:均|也|总体|保持)*(基本|大体|大致)?(?:持平|一致|相等|相同|无变化|没有变化|无增减变?化?|无差异)/gu;
const UP = /^(?:大于|高于|超|多于)/u;

/** The comparisons that a sentence tells without a number. */
export function claimsIn(sentence: string): readonly Claim[] {
  const compared = [...sentence.matchAll(COMPARED)].map(({ 0: words, 1: which, index }): Claim => {
    const direction = words.startsWith('等于') ? 0 : UP.test(words) ? 1 : -1;
    return {
      direction,
      comparand: budgetOf(which),
      nearly: false,
      words,
      from: index,
      to: index + words.length,
    };
  });
  const level = [...sentence.matchAll(LEVEL)].flatMap(
    ({ 0: words, 1: base = '', 2: nearly, index }): Claim[] => {
      const comparand = base.includes('预算') ? comparandIn(`比${base}相比`, '上年') : 'last';
      if (comparand === undefined) return [];
      return [
        {
          direction: 0,
          comparand,
          nearly: nearly !== undefined,
          words,
          from: index,
          to: index + words.length,
        },
      ];
    },
  );
  return [...compared, ...level].sort((a, b) => a.from - b.from);
}

function budgetOf(which: string | undefined): Comparand {
  if (which === undefined) return 'budget';
  return which === '年初' ? 'initial' : 'adjusted';
}

const NOTHING_BEFORE =
  /(?:上年度?|去年|上一年度?)(?:度)?(?:同期)?(?:数)?(?:无|为零|为0(?![.\d])|没有|未安排|未发生|未开展)(?!变化|差异|增减|明显)/gu;

/** Where a sentence says that there was nothing last year. */
export function nothingBefore(sentence: string): readonly number[] {
  return [...sentence.matchAll(NOTHING_BEFORE)].map(({ index }) => index);
}
