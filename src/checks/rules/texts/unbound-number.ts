import { markNumbers } from '../../../accounts/literal-numbers.ts';
import { error, warning, type Diagnostic } from '../../../source/diagnostic.ts';
import { placeInText, placeOfValue } from '../../../source/yaml.ts';
import type { Check, CheckSubject } from '../../check.ts';
import { corpusOf, type BookletText } from '../../words/booklet-texts.ts';

/** A number in a narrative must be declared under 字面数: nobody else answers for it. */
export const unboundNumber: Check = {
  rule: 'unbound-number',
  numbers: [],
  source: '每个印出的数字都有出处',
  summary: '文字中的数字应由账目印出，或在“字面数”中申明',
  run: (subject) => {
    const texts = corpusOf(subject).texts('narrative');
    return [...unbound(texts, subject), ...unusedLiterals(texts, subject)];
  },
};

function unbound(texts: readonly BookletText[], { year }: CheckSubject): readonly Diagnostic[] {
  const { literals } = year.narrative.value;
  return texts.flatMap(({ document, path, text }) => {
    if (!/[\d０-９]/u.test(text)) return [];
    return markNumbers(text, literals)
      .filter((segment) => segment.kind === 'unbound')
      .map((segment) => {
        const message = `文字中有数字“${segment.text}”，没有出处；账目里有的请改由模板印出，确属文字的请写进“字面数”`;
        return error('unbound-number', message, placeInText(document, path, text, segment.offset));
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
