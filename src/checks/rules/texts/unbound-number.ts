import { markNumbers } from '../../../accounts/literal-numbers.ts';
import { error, warning, type Diagnostic } from '../../../source/diagnostic.ts';
import { placeOfValue } from '../../../source/yaml.ts';
import type { Check, CheckSubject } from '../../check.ts';
import { corpusOf, placeOfText, type BookletText } from '../../words/booklet-texts.ts';

/** Above this many in one text, further ones are counted only. */
const MOST_NUMBERS = 50;

/** A number in a narrative must be declared under 字面数: nobody else answers for it. */
export const unboundNumber: Check = {
  rule: 'unbound-number',
  numbers: [],
  source: '每个印出的数字都有出处',
  summary: '文字中的数字应由账目印出，或者另外申明',
  run: (subject) => {
    const texts = corpusOf(subject).texts('narrative');
    return [...unbound(texts, subject), ...unusedLiterals(texts, subject)];
  },
};

function unbound(texts: readonly BookletText[], { year }: CheckSubject): readonly Diagnostic[] {
  const { literals } = year.narrative.value;
  return texts.flatMap((source) => {
    if (!/[\d０-９]/u.test(source.text)) return [];
    const numbers = markNumbers(source.text, literals).filter(({ kind }) => kind === 'unbound');
    const more = numbers.length - MOST_NUMBERS;
    return numbers.slice(0, MOST_NUMBERS).map(({ text, offset }, index) => {
      const others = more > 0 && index === MOST_NUMBERS - 1 ? `（这段文字还有 ${more} 个）` : '';
      const message = `文字中有数字“${text}”${others}，没有出处；账目里有的请改由模板印出，确属文字的请写进“字面数”`;
      return error('unbound-number', message, placeOfText(source, offset));
    });
  });
}

function unusedLiterals(texts: readonly BookletText[], { year }: CheckSubject): readonly Diagnostic[] {
  const { document, value } = year.narrative;
  return value.literals.flatMap((phrase, index) => {
    if (texts.some(({ text }) => text.includes(phrase))) return [];
    const message = `“字面数”中的“${phrase}”在文字中没有出现；请删去或改成与原文一致`;
    return [warning('unused-literal', message, placeOfValue(document, ['字面数', index]))];
  });
}
