import { Exact, formatExact } from '../../../accounts/decimal.ts';
import { pointsOf } from '../../../figures/define/evaluations.ts';
import { DEFAULT_SCORING, type Scoring } from '../../../pack/scoring-schema.ts';
import { warning, type Diagnostic } from '../../../source/diagnostic.ts';
import { placeInText, type YamlDocument, type YamlPath } from '../../../source/yaml.ts';
import type { Check } from '../../check.ts';
import { scaleOf } from '../../forms/forms.ts';

const SCORE =
  /(?:总分|总得分|综合得分|自评得分|自评分数?|(?<!均)得分)(?:为|是|：|:)?\s*(\d{1,3}(?:\.\d{1,2})?)\s*分/gu;
const GRADE =
  /(?:等级|评价结论|评价结果|自评结果|评为|评定)[^，。；“"]{0,6}[“"]?(优|良|中|差|合格|不合格)(?!的?\s*\d+\s*[个项]|的项目)/gu;

/** A score or grade that a text states is the form's. */
export const statedGrade: Check = {
  rule: 'stated-grade',
  numbers: ['P12', 'P13'],
  source: '绩效自评等级（财预〔2020〕10号，模板包的“评分”）',
  summary: '文字中写的总分、等级应与自评表和评分办法相符',
  run: (subject) => {
    const { year, pack } = subject;
    const scale = pack?.scoring ?? DEFAULT_SCORING;
    const { results, problems } = year.narrative.value.performance;
    const { document } = year.narrative;
    return [
      ...year.evaluations.flatMap((form) => {
        const text = form.value.goals?.achieved ?? '';
        const where = { document: form.document, path: ['年度总体目标', '实际完成情况'], text };
        return checkText(where, scaleOf(form, subject), () => pointsOf(form.value));
      }),
      ...checkText({ document, path: ['绩效管理', '成效'], text: results }, scale),
      ...checkText({ document, path: ['绩效管理', '发现的问题及原因'], text: problems }, scale),
    ];
  },
};

interface Where {
  readonly document: YamlDocument;
  readonly path: YamlPath;
  readonly text: string;
}

function checkText(
  where: Where,
  scale: Scoring,
  totalOfForm?: () => Exact | undefined,
): readonly Diagnostic[] {
  const scores = [...where.text.matchAll(SCORE)];
  const stated = [...where.text.matchAll(GRADE)];
  if (scores.length + stated.length === 0) return [];
  const total = totalOfForm?.();
  const wrong = scores.flatMap((match) => {
    const score = new Exact(match[1] ?? '0');
    if (total === undefined || score.eq(total)) return [];
    const message = `文字中总分为 ${formatExact(score)}，应为 ${formatExact(total)}（自评表各行得分之和）；请核对`;
    return [
      warning('stated-grade', message, placeInText(where.document, where.path, where.text, match.index)),
    ];
  });
  const score = total ?? (scores.length === 1 ? new Exact(scores[0]?.[1] ?? '0') : undefined);
  const grade = scale.grades.find(({ from }) => score?.gte(from));
  if (score === undefined || grade === undefined) return wrong;
  const grades = stated.flatMap((match) => {
    const name = match[1] ?? '';
    const known = scale.grades.some((one) => one.name.startsWith(name));
    if (!known || grade.name.startsWith(name)) return [];
    const message = `文字中等级为“${name}”，应为“${grade.name}”（总分 ${formatExact(score)}）；请核对`;
    return [
      warning('stated-grade', message, placeInText(where.document, where.path, where.text, match.index)),
    ];
  });
  return [...wrong, ...grades];
}
