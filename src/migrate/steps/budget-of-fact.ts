import { entriesOf, mapOf } from '../../source/writer/value.ts';
import type { OlderEntry, Step } from '../step.ts';

/** The budget that a pack's own fact is compared with was one; there are two. */
export const BUDGET_OF_FACT: Step = {
  since: '0.1.0',
  files: /^templates\/[^/]+\/pack\.yaml$/u,
  mark: '自定数',
  find(document) {
    const facts = mapOf(entriesOf(document.root).get('自定数'));
    return [...facts].flatMap(([name, fact]): readonly OlderEntry[] => {
      const entries = mapOf(fact);
      if (!entries.has('预算')) return [];
      const at = ['自定数', name, '预算'];
      const rewrite = entries.has('年初预算')
        ? { byHand: '“年初预算”也写着；请留下一个，另一个删去' }
        : { edits: [{ do: 'rename' as const, at, key: '年初预算' }] };
      return [{ at, change: '“预算”现在叫“年初预算”：另有“全年预算”可比', rewrite }];
    });
  },
};
