import { entriesOf } from '../../source/writer/value.ts';
import type { Step } from '../step.ts';

const OLD_YEAR = /(?<!\{)\{年度\}(?!\})/gu;

/** The year line of a form had a placeholder of its own; it is now a text like all others. */
export const YEAR_LINE: Step = {
  since: '0.1.0',
  files: /^templates\/[^/]+\/forms\/[^/]+\.yaml$/u,
  mark: '{年度}',
  find(document) {
    const line = entriesOf(document.root).get('年度行');
    if (typeof line !== 'string' || line.search(OLD_YEAR) < 0) return [];
    const to = line.replaceAll(OLD_YEAR, '{{年度}}');
    return [
      {
        at: ['年度行'],
        change: '“年度行”里的 {年度} 改写成 {{年度}}，与别的文字一样，别的名称也可以写',
        rewrite: { edits: [{ do: 'set', at: ['年度行'], to }] },
      },
    ];
  },
};
