import { join } from 'node:path';
import { standInTables, type StandIn } from '../../accounts/code-tables-of-year.ts';
import { lastBookletYear, nextYear, type NewFile } from '../../accounts/next-year/next-year.ts';
import { year as yearSchema } from '../../accounts/schema/entries.ts';
import { countUnfilled } from '../../accounts/unfilled.ts';
import { hasErrors } from '../../source/diagnostic.ts';
import { sourceFile, type RawFile } from '../../source/source-file.ts';
import { parseYaml } from '../../source/yaml.ts';
import { writeNewFolder } from '../../workspace/new-folder.ts';
import { readSources } from '../../workspace/read-sources.ts';
import { Refusal } from '../../workspace/refusal.ts';
import { lines } from '../lines.ts';
import type { Command } from '../command.ts';
import { packOfYear } from '../pack/pack-of-new-year.ts';
import { readOptions } from '../options.ts';
import { formatText } from '../report.ts';
import { readTarget } from '../selection.ts';
import { WrongCommand } from '../wrong-command.ts';

const HELP = `用法：mingbai new 单位/年度 [--root 文件夹]

由上一本决算带出新一年的文件，写到 content/units/单位/年度/：
  accounts.yaml        科目和各项照旧，金额、数量改成“待填”；年初结转和结余由上年年末数带来，
                       列入“待核”；印数、核对说明不带
  narrative.yaml       文字照旧，列入“待核”；变动原因改成“待填”
  performance/*.yaml   目标、指标照旧，列入“待核”；金额、完成值、得分改成“待填”

上一本用的模板包不适用新的一年的，换成同系列适用的那一个（文件夹名除年度外相同）；没有的照旧，
并说明怎样新建。科目表没有这一年的，说明沿用哪一年的。

已有这一年的文件夹时不覆盖。之后用 mingbai check 单位/年度 查看还有哪些没有填、没有核对。
`;

const TABLE_NAMES: Readonly<Record<StandIn['table'], string>> = {
  functional: '功能分类',
  economic: '经济分类',
};

/** `mingbai new`: a new year's files made from those of the latest booklet before it. */
export const NEW: Command = { help: HELP, run: runNew };

async function runNew(words: readonly string[]): Promise<number> {
  const { values, positionals } = readOptions(words, {});
  const files = await readSources(values.root);
  const { slug, year } = readNewYear(positionals, files);
  const from = lastBookletYear(files, slug, year);
  if (from === undefined) {
    throw new Refusal(`单位“${slug}”在 ${year} 年度以前没有决算，无从带出；请参照编辑手册新建文件`);
  }
  const pack = packOfYear(files, `content/units/${slug}/${from}/accounts.yaml`, year);
  const made = nextYear(files, slug, { from, year, pack: pack.chosen });
  if (hasErrors(made.diagnostics)) {
    process.stderr.write(
      `${formatText(made.diagnostics)}${from} 年度的文件有错误，改正后才能带出 ${year} 年度。\n`,
    );
    return 1;
  }
  const folder = `content/units/${slug}/${year}`;
  await writeNewFolder(join(values.root, folder), new Map(made.files.map(({ path, text }) => [path, text])));
  process.stdout.write(describeResult(folder, from, made.files));
  if (from !== year - 1)
    process.stdout.write(`没有 ${year - 1} 年度的决算：上年对比数没有出处，请补上该年度或其对比数。\n`);
  process.stdout.write(lines([...pack.says, ...codeTableLines(files, year)]));
  process.stdout.write(
    `请填写“待填”、核对“待核”各项；npx mingbai check ${slug}/${year} 列出还有哪些没有做。\n`,
  );
  return 0;
}

/** Which classifications have no table of the year's own. */
function codeTableLines(files: readonly RawFile[], year: number): readonly string[] {
  return standInTables(files, year).map(
    ({ table, from }) =>
      `没有 ${year} 年度的${TABLE_NAMES[table]}科目表，照 ${from} 年度的；科目有增改的，新建 content/codes/${year}/${table}.yaml，写“沿用: ${from}”和不同的科目`,
  );
}

function readNewYear(
  positionals: readonly string[],
  files: readonly RawFile[],
): { slug: string; year: number } {
  const [word, ...rest] = positionals;
  const { slug, year } = word === undefined || rest.length > 0 ? { slug: '' } : readTarget(word, files);
  if (year === undefined || !yearSchema.safeParse(String(year)).success) {
    throw new WrongCommand('应写成 mingbai new 单位/年度，例如 mingbai new changji-sme/2024');
  }
  return { slug, year };
}

function describeResult(folder: string, from: number, files: readonly NewFile[]): string {
  const counts = files.map(({ path, text }) => {
    const { document } = parseYaml(sourceFile(path, text));
    return document === undefined ? 0 : countUnfilled(document);
  });
  const lines = files.map(({ path }, index) => `  ${path}：${counts[index]} 处待填\n`);
  const total = counts.reduce((sum, count) => sum + count, 0);
  return `已新建 ${folder}/（由 ${from} 年度带出），共 ${total} 处待填：\n${lines.join('')}`;
}
