import type { CodeTable } from '../../../accounts/code-table.ts';
import { warning } from '../../../source/diagnostic.ts';
import type { Check, CheckSubject } from '../../check.ts';
import { corpusOf, placeOfHit, type TextHit } from '../../words/booklet-texts.ts';

/** Texts are copied from the booklets of near years. */
const NEAR = [-1, 1, -2, 2, -3, 3];
/** Shorter names are words of the language. */
const SHORTEST = 4;
/** Names that are hardly anything but names of items. */
const ITEM_NAME = /(?:支出|经费|费|补助|补贴|缴费|事务|专项|收入)$/u;
/** What makes other words the name of an item: 《节能环保》（类）, “污染防治”科目. */
const NAMED_BEFORE = /(?:“|科目|列入|列支|（款）|（类）)$/u;
const NAMED_AFTER = /^(?:”|（[类款项]）|\([类款项]\)|科目|支出|经费|项目支出)/u;

/** An item that has a new name in the booklet's year. */
interface Renamed {
  readonly old: string;
  readonly now: string;
  readonly year: number;
  readonly code: string;
}

/** A text names items as the year's table does: last year's text often brings last year's names along. */
export const oldItemName: Check = {
  rule: 'old-item-name',
  numbers: [],
  source: '政府收支分类科目（当年版）：名称随编码和年度而定',
  summary: '文字中的科目名称应为当年的名称',
  run: (subject) => {
    const corpus = corpusOf(subject);
    return renamedItems(subject)
      .filter(({ old }) => corpus.includes(old))
      .flatMap((item) =>
        corpus
          .hits(new RegExp(RegExp.escape(item.old), 'gu'), 'narrative', 'goal', 'entry')
          .filter((hit) => isItemName(hit, item))
          .map((hit) => {
            const message = `文字中的“${item.old}”是科目 ${item.code} 在 ${item.year} 年的名称，${subject.year.year} 年为“${item.now}”；请改用当年名称`;
            return warning('old-item-name', message, placeOfHit(hit));
          }),
      );
  },
};

/** The names of near years that no item of this year has, each once. */
function renamedItems({ year, codes, codesFor }: CheckSubject): readonly Renamed[] {
  const current = new Set([codes.functional, codes.economic].flatMap(namesIn));
  const renamed = new Map<string, Renamed>();
  for (const near of NEAR.map((distance) => year.year + distance)) {
    for (const table of ['functional', 'economic'] as const) {
      const other = codesFor(near)[table];
      if (other === codes[table]) continue;
      for (const [code, { name: old }] of other) {
        const now = codes[table].get(code)?.name;
        if (now === undefined || current.has(old) || old.length < SHORTEST || renamed.has(old)) continue;
        renamed.set(old, { old, now, year: near, code });
      }
    }
  }
  return [...renamed.values()];
}

function namesIn(table: CodeTable): readonly string[] {
  return [...table.values()].map(({ name }) => name);
}

/** Whether the words are the item's name, and not words of a sentence or a part of its new name. */
function isItemName({ source: { text }, offset }: TextHit, { old, now }: Renamed): boolean {
  const within = now.indexOf(old);
  if (within >= 0 && text.startsWith(now, offset - within)) return false;
  const before = text.slice(Math.max(offset - 4, 0), offset);
  const after = text.slice(offset + old.length, offset + old.length + 4);
  return ITEM_NAME.test(old) || NAMED_BEFORE.test(before) || NAMED_AFTER.test(after);
}
