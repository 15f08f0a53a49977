import { isToldOfAnother } from '../../../sentences/other-bodies.ts';
import { warning } from '../../../source/diagnostic.ts';
import { placeInText } from '../../../source/yaml.ts';
import type { Check } from '../../check.ts';
import { titleOf } from '../../forms/forms.ts';
import { placeOfIndicator, type FormIndicator } from '../../forms/indicators.ts';
import { contradicted, spokenIndicators } from '../../words/indicator-names.ts';
import { piecesOf } from '../../words/pieces.ts';
import { quantitiesIn, writtenOf, type Quantity } from '../../words/quantities.ts';

/** Names of rates that any work may have: 一次办结率, 群众满意度. */
const GENERIC = /^.{1,6}(?:率|度)$/u;

/** A project's rate of a common name is only meant where the sentence speaks of that project. */
function isOfAnotherMatter({ form, indicator }: FormIndicator, text: string, { offset }: Quantity): boolean {
  const { name } = form.value;
  if (name === undefined || !GENERIC.test(indicator.name)) return false;
  const from = Math.max(...['。', '；', '\n'].map((end) => text.lastIndexOf(end, offset - 1))) + 1;
  const sentence = text.slice(from, offset).replace(indicator.name, '');
  return !piecesOf(name, 2).some((word) => sentence.includes(word));
}

/** What the text says of targets, or of several years, is not what was achieved in this one. */
const PLANNED = /计划|目标|预期|应|拟|累计|以来/u;

/** The results that the explanations tell are those of the forms. */
export const narrativeNumber: Check = {
  rule: 'narrative-number',
  numbers: ['R76'],
  source: '预算绩效情况说明与绩效自评表一致',
  summary: '绩效管理情况中的数应与自评表的完成值相同',
  run: ({ year }) => {
    const { document, value } = year.narrative;
    const { results, problems } = value.performance;
    const items = year.evaluations.flatMap((form) => spokenIndicators(form));
    const texts = [
      [['绩效管理', '成效'], results],
      [['绩效管理', '发现的问题及原因'], problems],
    ] as const;
    return texts.flatMap(([path, text]) =>
      quantitiesIn(text).flatMap((quantity) => {
        const item = PLANNED.test(quantity.phrase) ? undefined : contradicted(quantity, items, 'actual');
        if (item === undefined || isOfAnotherMatter(item, text, quantity)) return [];
        if (isToldOfAnother(text, quantity.offset)) return [];
        const { name, actual } = item.indicator;
        const message = `文字中为“${writtenOf(quantity)}”，${titleOf(item.form)}中“${name}”完成值为“${actual}”，两处不同；请核对其一`;
        const related = [{ message: '完成值在这里', place: placeOfIndicator(item, '完成值') }];
        return [
          warning('narrative-number', message, placeInText(document, path, text, quantity.offset), related),
        ];
      }),
    );
  },
};
