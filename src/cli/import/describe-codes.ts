import type { ChangedCode } from '../../import/codes/code-changes.ts';
import { CALLED } from '../../import/codes/code-file.ts';
import type { CodePlan, CodesPlan } from '../../import/codes/import-codes.ts';
import { formatPlace } from '../../source/place.ts';
import { placeOfKey } from '../../source/yaml.ts';

/** How many codes a report lists of one kind. */
const MOST_CODES = 40;

/** What an official classification makes new, a line each. */
export function describeCodes({ plans, others }: CodesPlan, written: boolean): readonly string[] {
  return [
    ...plans.flatMap((plan) => describeTable(plan, written)),
    ...(others.length === 0
      ? []
      : [
          `另有 ${others.length} 个科目不是这两种分类（如 ${others[0]?.source.at ?? ''} 的 ${others[0]?.code ?? ''}），没有用。`,
        ]),
  ];
}

function describeTable(
  { table, path, stated, changes, own, write }: CodePlan,
  written: boolean,
): readonly string[] {
  const { from, added, renamed, gone, verified, conflicts, unlisted } = changes;
  const compared = from === undefined ? '没有以前年度的表可比' : `与 ${from} 年度的表比`;
  const say = ({ code, name, before }: ChangedCode): string =>
    before === undefined ? `${code} ${name}` : `${code} ${before} → ${name}`;
  const wrote = write === undefined ? '没有要写的，已有的都一样' : `${written ? '已写' : '将写'} ${path}`;
  return [
    `${CALLED[table]}：读到 ${stated} 个，${compared}；${wrote}`,
    ...listed('新增', added.map(say)),
    ...listed('改名', renamed.map(say)),
    ...listed('取消', gone.map(say)),
    ...listed('核实了原来没有把握的', verified.map(say)),
    ...listed('文件里没有这些类，照旧沿用', unlisted.map(say)),
    ...listed(
      '对不上，没有改动，请核对后自己改正',
      conflicts.map(({ code, own: mine, name, source }) => {
        const place = own === undefined ? path : formatPlace(placeOfKey(own.document, ['科目', code]));
        return `${place} ${code} 是“${mine}”，${source.file} ${source.at} 是“${name}”`;
      }),
    ),
  ];
}

function listed(head: string, lines: readonly string[]): readonly string[] {
  if (lines.length === 0) return [];
  const rest = lines.length - MOST_CODES;
  return [
    `  ${head} ${lines.length} 个：`,
    ...lines.slice(0, MOST_CODES).map((line) => `    ${line}`),
    ...(rest > 0 ? [`    …… 另有 ${rest} 个`] : []),
  ];
}
