import { formatExact, formatFixed } from '../../../accounts/decimal.ts';
import type { Value } from '../../../figures/value.ts';
import type { Judgement } from '../../../sentences/judgement.ts';
import type { Role } from '../../../sentences/roles.ts';
import { error, warning, type Diagnostic } from '../../../source/diagnostic.ts';
import type { CheckSubject } from '../../check.ts';
import { relatedFigure } from '../../figure-places.ts';
import { placeOfText } from '../../words/booklet-texts.ts';
import { readTexts } from '../../words/read-sentences.ts';

/** Findings of one rule: every number in one of the roles that the figure it names contradicts. */
export function misquoted(
  rule: string,
  subject: CheckSubject,
  isOfRule: (judgement: Judgement, all: readonly Judgement[]) => boolean,
  say: (judgement: Judgement) => string,
): readonly Diagnostic[] {
  const { figures, year } = subject;
  return readTexts(subject).flatMap(({ source, judgements }) =>
    judgements
      .filter((judgement) => !judgement.agrees && isOfRule(judgement, judgements))
      .map((judgement) => {
        const report = source.document === year.narrative.document ? error : warning;
        const { figure, mention } = judgement;
        const related = relatedFigure(`“${figure.label}”在这里`, figure, figures);
        return report(rule, say(judgement), placeOfText(source, mention.quantity.from), related);
      }),
  );
}

/** Whether a number is told in one of these roles. */
export function isIn(roles: readonly Role[]): (judgement: Judgement) => boolean {
  return ({ mention }) => roles.includes(mention.role);
}

/** An expected value as a finding tells of it; a rate on no base has none. */
export function expectedText(value: Value, unit: string): string {
  if (value.state !== 'known') return '没有（基数为 0）';
  return unit === '%' ? `${formatFixed(value.exact, 2)}%` : `${formatExact(value.exact)}${unit}`;
}
