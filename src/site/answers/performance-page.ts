import type { SitePage } from '../meta/site-page.ts';
import type { BookletEntry } from '../model.ts';
import { ANSWERS } from './beside.ts';
import { gradesInBrief } from './grades-in-brief.ts';
import { assessmentOf, type Assessment } from './performance.ts';

/** The page of a booklet's projects by how they did. */
export interface PerformancePage extends Assessment {
  readonly frame: SitePage;
  /** Empty where no project has a grade. */
  readonly brief: string;
}

/** What is told of how a booklet's projects did. */
export function performancePage({ unit, booklet }: BookletEntry): PerformancePage {
  const { title } = booklet.render();
  const assessment = assessmentOf(booklet);
  return {
    frame: {
      title: `${ANSWERS.performance.title} - ${title}`,
      description: `${title}：每个项目花了多少、执行率和自评得分多少，哪些指标没有完成，为什么，得分低的在前。`,
      unit,
      booklet,
      page: ANSWERS.performance.title,
    },
    brief: gradesInBrief(assessment.projects),
    ...assessment,
  };
}
