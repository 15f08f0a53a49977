import type { Glossary } from '../../pack/schema.ts';

/** A term of the glossary in a text, with what is counted of it: “三公”经费支出. */
interface FoundTerm {
  readonly term: string;
  readonly from: number;
  readonly to: number;
}

/** Finds the terms that stand for themselves in a text, given what stands right before and behind it. */
export type TermFinder = (
  text: string,
  around: readonly [before: string, after: string],
) => readonly FoundTerm[];

/** The terms as alternatives, longer ones first: 年初结转和结余 is not 结转 and 结余. */
export function termPattern(glossary: Glossary): string {
  return alternatives(glossary.map(({ term }) => term));
}

function alternatives(texts: readonly string[]): string {
  return texts
    .toSorted((a, b) => b.length - a.length)
    .map((text) => RegExp.escape(text))
    .join('|');
}

/** What is counted of a term goes with it. */
const COUNTED = '支出|收入|总计|合计|总额';

/** A title in its brackets. */
const TITLE = '《[^》]*》';

/**
 * What may stand before and behind a term that is no part of a longer name: marks and numbers, but for quotation marks and
 * brackets that join a name, and words that join or tell and seldom begin or end one.
 */
const BEFORE = /(?:^|[^\p{L}”》）]|[的和与及或等为是在于中由按对各将把年度])$/u;
const AFTER = /^(?:$|[^\p{L}“《（]|[的和与及或等为是均较占增减由按主已未仍])/u;

/**
 * @param names in which terms may occur
 */
export function termFinder(glossary: Glossary, names: readonly string[]): TermFinder {
  if (glossary.length === 0) return () => [];
  const term = termPattern(glossary);
  const whole = new RegExp(`^(?:${term})(?:${COUNTED})?$`, 'u');
  const within = new RegExp(term, 'u');
  const longer = [...new Set(names)].filter((name) => within.test(name) && !whole.test(name));
  const others = longer.length === 0 ? TITLE : `${TITLE}|${alternatives(longer)}`;
  const pattern = new RegExp(`(?:${others})|(?<term>${term})(?:${COUNTED})?`, 'gu');
  return (text, [before, after]) =>
    [...text.matchAll(pattern)].flatMap(({ 0: match, index: from, groups }) => {
      const found = groups?.['term'];
      const to = from + match.length;
      const stands =
        (found?.startsWith('“') === true || BEFORE.test(before + text.slice(0, from))) &&
        AFTER.test(text.slice(to) + after);
      return found !== undefined && stands ? [{ term: found, from, to }] : [];
    });
}
