import { whatIsWrong } from '../../../pack/left-overs/left-over.ts';
import { LEFT_OVERS } from '../../../pack/left-overs/left-overs.ts';
import { error } from '../../../source/diagnostic.ts';
import type { Check } from '../../check.ts';
import { corpusOf, placeOfHit, type BookletText, type TextHit } from '../../words/booklet-texts.ts';
import { TEMPLATE_CODE } from '../../words/left-overs-in-file.ts';

/** What was found, and what is wrong with it. */
interface Found {
  readonly hit: TextHit;
  readonly what: string;
}

/** Nothing of the sample form, of programs and of other hands is left in the texts. */
export const templateLeftOver: Check = {
  rule: 'template-left-over',
  numbers: [],
  source: '公布的文本不含样式的备选词、占位符和填写提示，不含程序残留的代码和乱码',
  summary: '文字中不应留有样式的备选词、占位符、填写提示，以及程序残留、乱码、笔误',
  run: (subject) => {
    const corpus = corpusOf(subject);
    const found = LEFT_OVERS.flatMap((leftOver) =>
      corpus.hits(leftOver.pattern).map((hit) => ({ hit, what: whatIsWrong(leftOver, hit.match[0]) })),
    );
    return [
      ...eachOnce(widest(found)).map(({ hit, what, times }) => {
        const often = times > 1 ? `（共 ${times} 处）` : '';
        return error('template-left-over', `“${hit.match[0]}”${often}：${what}`, placeOfHit(hit));
      }),
      ...corpus
        .hits(TEMPLATE_CODE.pattern)
        .map((hit) =>
          error('template-left-over', `“${hit.match[0]}”${whatIsWrong(TEMPLATE_CODE, '')}`, placeOfHit(hit)),
        ),
    ];
  },
};

function end({ hit: { offset, match } }: Found): number {
  return offset + match[0].length;
}

/** 【请填写原因】 is one left-over, though more than one pattern fits it or a part of it. */
function widest(found: readonly Found[]): readonly Found[] {
  return [...Map.groupBy(found, ({ hit }) => hit.source).values()].flatMap((inText) => {
    const kept: Found[] = [];
    for (const one of inText.toSorted((a, b) => a.hit.offset - b.hit.offset || end(b) - end(a))) {
      const last = kept.at(-1);
      if (last === undefined || one.hit.offset >= end(last)) kept.push(one);
    }
    return kept;
  });
}

/** The same words in the same text are one finding. */
function eachOnce(found: readonly Found[]): readonly (Found & { readonly times: number })[] {
  const byText = new Map<BookletText, Map<string, Found & { times: number }>>();
  for (const one of found) {
    const { source, match } = one.hit;
    const words = byText.get(source) ?? new Map<string, Found & { times: number }>();
    byText.set(source, words);
    const known = words.get(match[0]);
    if (known === undefined) words.set(match[0], { ...one, times: 1 });
    else known.times += 1;
  }
  return [...byText.values()].flatMap((words) => [...words.values()]);
}
