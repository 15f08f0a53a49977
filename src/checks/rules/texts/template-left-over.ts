import { LEFT_OVERS } from '../../../pack/left-overs.ts';
import { error, warning } from '../../../source/diagnostic.ts';
import type { Check } from '../../check.ts';
import { corpusOf, placeOfHit, type TextHit } from '../../words/booklet-texts.ts';

/** Template code is printed as it stands; it is hardly meant. */
const TEMPLATE_CODE = /\{\{[^{}\n]{0,80}\}\}/gu;

/** Nothing of the sample form is left in the texts. */
export const templateLeftOver: Check = {
  rule: 'template-left-over',
  numbers: [],
  source: '公布的文本不含样式的备选词、占位符和填写提示',
  summary: '文字中不应留有样式的备选词、占位符和填写提示',
  run: (subject) => {
    const corpus = corpusOf(subject);
    const found = LEFT_OVERS.flatMap(({ pattern, what }) =>
      corpus.hits(pattern).map((hit) => ({ hit, what })),
    );
    // 【请填写原因】 is one left-over, though more than one pattern fits it.
    const widest = found.filter(
      ({ hit }) => !found.some((other) => other.hit !== hit && covers(other.hit, hit)),
    );
    return [
      ...widest.map(({ hit, what }) =>
        error('template-left-over', `“${hit.match[0]}”：${what}`, placeOfHit(hit)),
      ),
      ...corpus.hits(TEMPLATE_CODE).map((hit) => {
        const message = `“${hit.match[0]}”是模板代码，在文字中只会照样印出；请写成文字`;
        return warning('template-left-over', message, placeOfHit(hit));
      }),
    ];
  },
};

/** Whether a match contains another, longer or, of the same stretch, found earlier. */
function covers(a: TextHit, b: TextHit): boolean {
  const [from, to] = [a.offset, a.offset + a.match[0].length];
  const inside = a.source === b.source && b.offset >= from && b.offset + b.match[0].length <= to;
  return inside && a.match[0].length > b.match[0].length;
}
