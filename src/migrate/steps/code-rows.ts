import type { OlderEntry, Step } from '../step.ts';
import { entriesOf, listOf, mapOf } from '../../source/writer/value.ts';
import type { YamlDocument } from '../../source/yaml.ts';

/** The lists by which the rows of a table could be made; all printed every level. */
const LISTS: ReadonlySet<unknown> = new Set([
  '收入',
  '支出',
  '一般公共预算',
  '政府性基金预算',
  '国有资本经营预算',
]);

/** Rows of a table by code named a list of codes; which codes are printed follows from the row's figures. */
export const CODE_ROWS: Step = {
  since: '0.1.0',
  files: /^templates\/[^/]+\/tables\/[^/]+\.yaml$/u,
  mark: '逐科目',
  find: (document) => olderRows(document),
};

function olderRows(document: YamlDocument): readonly OlderEntry[] {
  const sides = listOf(entriesOf(document.root).get('正文'));
  return sides.flatMap((side, one) =>
    listOf(mapOf(side).get('行')).flatMap((row, other): readonly OlderEntry[] => {
      const named = mapOf(row).get('逐科目');
      if (typeof named !== 'string') return [];
      const at = ['正文', one, '行', other, '逐科目'];
      const change =
        '“逐科目”不再写清单的名称，改写印哪几级科目，如 [类, 款, 项]：印哪些科目由这一行的数决定，各栏都是 0 的不印';
      const rewrite = LISTS.has(named)
        ? { edits: [{ do: 'replace' as const, at, to: ['类', '款', '项'], inLine: true }] }
        : { byHand: `没有“${named}”这个清单` };
      return [{ at, change, rewrite }];
    }),
  );
}
