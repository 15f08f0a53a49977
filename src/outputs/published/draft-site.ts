import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { UnitSummary } from '../../summary/unit-summary.ts';
import { Refusal } from '../../workspace/refusal.ts';

/** An output with drafts says so in a file: no page leads to it, and what publishes sites looks for it. */
const MARKER = '.mingbai-draft';

/** Whether an output holds drafts. */
export function holdsDrafts(siteRoot: string): boolean {
  return existsSync(join(siteRoot, MARKER));
}

/**
 * Marks an output that holds drafts.
 *
 * @param draft whether it may hold some
 * @throws Refusal if it holds some and may not
 */
export async function markDrafts(
  units: readonly UnitSummary[],
  draft: boolean,
  siteRoot: string,
): Promise<void> {
  const names = units.flatMap(({ slug, booklets }) =>
    booklets.flatMap((booklet) => (booklet.draft === undefined ? [] : [`${slug}/${booklet.year}`])),
  );
  if (names.length === 0) return;
  if (!draft)
    throw new Refusal(
      `${names.join('、')} 是没有定稿的稿子，不能放进正式的网站；要看带水印的稿子，请加上 --draft，定稿后删去 accounts.yaml 里的“稿本”`,
    );
  await writeFile(join(siteRoot, MARKER), `${names.join('\n')}\n`);
}

/**
 * Drafts do not go into an output that was published.
 *
 * @param old absolute path of the output that the booklets are to be put into
 * @throws Refusal if it holds none
 */
export function mustHoldDrafts(old: string): void {
  if (holdsDrafts(old)) return;
  throw new Refusal(
    `${old} 是正式的网站，不能把没有定稿的稿子放进去；请用 --out 另指一个文件夹，或者不写单位，全部生成一次`,
  );
}
