import type { YamlDocument } from '../../source/yaml.ts';
import { pathOfAnchor } from '../../source/anchors.ts';
import { editYaml } from '../../source/writer/edit-yaml.ts';
import { TO_FILL } from '../unfilled.ts';
import { lastKey, leavesOf, sectionsOf, setAll } from './leaves.ts';
import { listForReview } from './review-list.ts';

/** What last year's money, work and judgement was. */
const BLANKED: ReadonlySet<string> = new Set([
  '年初预算数',
  '全年预算数',
  '全年执行数',
  '执行率',
  '执行得分',
  '实际完成情况',
  '完成值',
  '得分',
  '偏差原因',
  '链接',
]);

/** What may be the same next year: the goal and the indicators with targets and weights, */
const CARRIED = ['年度总体目标.预期目标', '指标'] as const;
/** and what the form is about. */
const NAME = /名称$/u;

/** Next year's self-evaluation form: goals and indicators carried over for review, results still to be filled in. */
export function nextEvaluation(document: YamlDocument): string {
  const blanked = leavesOf(document.root).filter((path) => BLANKED.has(lastKey(path) ?? ''));
  const names = sectionsOf(document).flatMap(({ key }) => (NAME.test(key) ? [key] : []));
  const carried = [...names, ...CARRIED].filter((key) => pathOfAnchor(document, key) !== undefined);
  return editYaml(document.source.text, [...setAll(blanked, TO_FILL), ...listForReview(document, carried)]);
}
