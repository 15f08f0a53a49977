import { join } from 'node:path';
import { standInTables, type StandIn } from '../../accounts/code-tables-of-year.ts';
import { lastBookletYear, nextYear } from '../../accounts/next-year/next-year.ts';
import { countUnfilled } from '../../accounts/unfilled.ts';
import { hasErrors } from '../../source/diagnostic.ts';
import { sourceFile, type RawFile } from '../../source/source-file.ts';
import { parseYaml } from '../../source/yaml.ts';
import { mustNotExist, writeNewFolder } from '../../workspace/new-folder.ts';
import { readProject } from '../../workspace/read-project.ts';
import { writeFiles } from '../../workspace/write-files.ts';
import { lines } from '../lines.ts';
import type { Command } from '../command.ts';
import { Answers } from '../new/answers.ts';
import { besideExisting, type BesideExisting } from '../new/beside-existing.ts';
import { openDialogue } from '../new/dialogue.ts';
import { firstBooklet, type NewTarget } from '../new/first-booklet.ts';
import { newEdition } from '../new/new-edition.ts';
import { packOfYear } from '../pack/pack-of-new-year.ts';
import { readOptions } from '../options.ts';
import { formatText } from '../report.ts';
import { splitUnitYear } from '../unit-year.ts';
import { WrongCommand } from '../wrong-command.ts';

const HELP = `用法：mingbai new 单位/年度 [--root 文件夹]
      mingbai new 单位/年度 --edition 版次
      mingbai new 单位/年度 --name 单位全称 --kind 类型 --pack 模板包 --last-year 有 --forms 无

有以前年度决算的单位，由上一本带出新一年的文件，写到 content/units/单位/年度/：
  accounts.yaml        科目和各项照旧，金额、数量改成“待填”；年初结转和结余由上年年末数带来，
                       列入“待核”；印数、核对说明不带
  narrative.yaml       文字照旧，列入“待核”；变动原因改成“待填”
  performance/*.yaml   目标、指标照旧，列入“待核”；金额、完成值、得分改成“待填”

上一本用的模板包不适用新的一年的，换成同系列适用的那一个（文件夹名除年度外相同）；没有的照旧，
并说明怎样新建。科目表没有这一年的，说明沿用哪一年的。

第一次公开的单位没有上一本，照模板包新建全部文件，要填的都写“待填”。在终端里运行时逐项询问，
下列选项写明了的不问：
  --name 单位全称      与公章一致
  --kind 类型          行政单位、参公事业单位或事业单位
  --pack 模板包        适用这一年度的只有一个时不用写
  --last-year 有       有上年的数，另建上年的 accounts.yaml 填对比数；没有的写模板包的情形，
                       如 --last-year 首次公开
  --forms 整体,项目=3  绩效自评表的种类和张数；本年确实没有的写 项目=0，先不建的写 无
已有 unit.yaml 的，不问名称和类型（还是“待填”的要问）。

公开以后要更正的，在修改以前运行：
  --edition 2          更正后是第几版。把这一年的文件夹原样存为 年度-edition-1（以前的一版从此不改，照旧
                       公开在自己的网址上），在 accounts.yaml 的“更正”里写上新的一版，日期和内容“待填”

先导入、后新建也行：已有的文件照旧，只补没有的（有了自评表的不再建自评表）；都有了的不写。之后用 mingbai check 单位/年度 查看还有哪些没有填、没有核对。

退出码：0 已新建；1 上一本（或要更正的一本）有错误；2 命令写法不对，或缺少选项而不在终端里
`;

const TABLE_NAMES: Readonly<Record<StandIn['table'], string>> = {
  functional: '功能分类',
  economic: '经济分类',
};

/** `mingbai new`: a new year's files, made from the latest booklet before it or, for a first booklet, from answers. */
export const NEW: Command = { help: HELP, run: runNew };

const OPTIONS = ['name', 'kind', 'pack', 'last-year', 'forms'] as const;

async function runNew(words: readonly string[]): Promise<number> {
  const options = Object.fromEntries(OPTIONS.map((name) => [name, { type: 'string' } as const]));
  const { values, positionals } = readOptions(words, { ...options, edition: { type: 'string' } });
  const { root, edition, ...given } = values;
  const target = readNewYear(positionals);
  const files = await readProject(root);
  if (typeof edition === 'string') {
    mustBeIdle(given, '--edition 更正已有的一年');
    return newEdition(root, target, files, edition);
  }
  const from = lastBookletYear(files, target.slug, target.year);
  return from === undefined
    ? runFirst(root, target, files, given)
    : runNext(root, { ...target, from }, files, given);
}

/** Refuses options that are of use only where there is no booklet to start from. */
function mustBeIdle(given: Readonly<Record<string, unknown>>, why: string): void {
  const idle = OPTIONS.filter((name) => given[name] !== undefined).map((name) => `--${name}`);
  if (idle.length > 0) throw new WrongCommand(`${why}，不用 ${idle.join('、')}；请去掉`);
}

/** A year after another: nothing is asked, all follows from the booklet before. */
async function runNext(
  root: string,
  { slug, year, from }: NewTarget & { readonly from: number },
  files: readonly RawFile[],
  given: Readonly<Record<string, unknown>>,
): Promise<number> {
  mustBeIdle(given, `单位“${slug}”由 ${from} 年度的决算带出`);
  const pack = packOfYear(files, `content/units/${slug}/${from}/accounts.yaml`, year);
  const made = nextYear(files, slug, { from, year, pack: pack.chosen });
  if (hasErrors(made.diagnostics)) {
    process.stderr.write(
      `${formatText(made.diagnostics)}${from} 年度的文件有错误，改正后才能带出 ${year} 年度。\n`,
    );
    return 1;
  }
  const folder = folderOf({ slug, year });
  const texts = new Map(made.files.map(({ path, text }) => [`${folder}/${path}`, text]));
  const beside = besideExisting(texts, files);
  await writeBeside(root, folder, beside.files, files);
  const gap =
    from === year - 1 ? [] : [`没有 ${year - 1} 年度的决算：上年对比数没有出处，请补上该年度或其对比数。`];
  process.stdout.write(
    lines([
      ...describeFiles(`已新建 ${folder}/（由 ${from} 年度带出）`, beside.files, `${folder}/`),
      ...describeKept(beside),
      ...gap,
      ...pack.says,
      ...codeTableLines(files, year),
      `请填写“待填”、核对“待核”各项；npx mingbai check ${slug}/${year} 列出还有哪些没有做。`,
    ]),
  );
  return 0;
}

/** A unit's first year: what no file says is asked. */
async function runFirst(
  root: string,
  target: NewTarget,
  files: readonly RawFile[],
  given: Readonly<Record<string, unknown>>,
): Promise<number> {
  const { stdin, stdout } = process;
  const dialogue = stdin.isTTY && stdout.isTTY ? openDialogue(stdin, stdout) : undefined;
  try {
    const made = await firstBooklet(target, files, new Answers(given, dialogue));
    await writeBeside(root, folderOf(target), made.files, files);
    const name = `${target.slug}/${target.year}`;
    stdout.write(
      lines([
        ...describeFiles(isThere(files, folderOf(target)) ? '已新建、补填' : '已新建', made.files),
        ...describeKept(made),
        ...made.says,
        ...codeTableLines(files, target.year),
        `有批复的决算表的，运行 npx mingbai import ${name} 决算表.xlsx 填入；npx mingbai check ${name} 列出还有哪些没有填。`,
      ]),
    );
    return 0;
  } finally {
    dialogue?.close();
  }
}

/** Whether the project has files of a year already, as after an import. */
function isThere(files: readonly RawFile[], folder: string): boolean {
  return files.some(({ path }) => path.startsWith(`${folder}/`));
}

/** Writes what is not there yet: the folder of a year as a whole where the project has nothing in it. */
async function writeBeside(
  root: string,
  folder: string,
  made: ReadonlyMap<string, string>,
  files: readonly RawFile[],
): Promise<void> {
  const hasFiles = isThere(files, folder);
  if (made.size === 0 || !hasFiles) mustNotExist(join(root, folder));
  const within = [...made].map(([path, text]) => [path.slice(folder.length + 1), text] as const);
  if (hasFiles || [...made.keys()].some((path) => !path.startsWith(`${folder}/`)))
    await writeFiles(root, made);
  else await writeNewFolder(join(root, folder), new Map(within));
}

function describeKept({ kept }: BesideExisting): readonly string[] {
  return kept.length === 0 ? [] : [`已有的照旧：${kept.join('、')}`];
}

function folderOf({ slug, year }: NewTarget): string {
  return `content/units/${slug}/${year}`;
}

/** Which classifications have no table of the year's own. */
function codeTableLines(files: readonly RawFile[], year: number): readonly string[] {
  return standInTables(files, year).map(
    ({ table, from }) =>
      `没有 ${year} 年度的${TABLE_NAMES[table]}科目表，照 ${from} 年度的；科目有增改的，用 npx mingbai codes 科目表.xlsx --year ${year} 读官方的科目表，或新建 content/codes/${year}/${table}.yaml，写“沿用: ${from}”和不同的科目`,
  );
}

function readNewYear([word, ...rest]: readonly string[]): NewTarget {
  const asked = splitUnitYear(word ?? '');
  if (asked === undefined || rest.length > 0)
    throw new WrongCommand('应写成 mingbai new 单位/年度，例如 mingbai new changji-sme/2024');
  return asked;
}

/** The files, with how much is to be filled in each. */
function describeFiles(head: string, files: ReadonlyMap<string, string>, above = ''): readonly string[] {
  const counted = [...files].map(([path, text]) => {
    const { document } = parseYaml(sourceFile(path, text));
    return { path: path.slice(above.length), count: document === undefined ? 0 : countUnfilled(document) };
  });
  const total = counted.reduce((sum, { count }) => sum + count, 0);
  return [`${head}，共 ${total} 处待填：`, ...counted.map(({ path, count }) => `  ${path}：${count} 处待填`)];
}
