import { year as yearSchema } from '../../accounts/schema/entries.ts';
import { importCodes } from '../../import/codes/import-codes.ts';
import { isRefused, MAX_FILE_BYTES } from '../../import/given-file.ts';
import { readGiven } from '../../workspace/given-files.ts';
import { readProject } from '../../workspace/read-project.ts';
import type { Command } from '../command.ts';
import { carryOut } from '../import/carry-out.ts';
import { describeCodes } from '../import/describe-codes.ts';
import { lines } from '../lines.ts';
import { readOptions } from '../options.ts';
import { formatText } from '../report.ts';
import { WrongCommand } from '../wrong-command.ts';

const HELP = `用法：mingbai codes 文件 --year 年度 [--dry-run] [--root 文件夹]

把官方的科目表读进 content/codes/年度/：支出功能分类（编码以 2 开头）写进 functional.yaml，
部门预算支出经济分类（以 3 开头）写进 economic.yaml。文件可以是 .xlsx、.xls、.ods、.csv。
编码和名称两列按内容认，别的列、表头、空行不要紧；类、款、项写在一列或几列、是数还是文字都可以。

新的一年只写与以前最近一年不同的科目，其余沿用；新增、改名、取消了哪些，逐个列出。文件里没有的类
不算取消。已有这一年的表的，原来没有把握的改成官方的名称，已核实的不改，不一样的列出来。

  --year 年度      科目表适用的决算年度
  --dry-run        不写，在标准输出打印要作的改动

退出码：0 已写，或没有要写的；1 有对不上的，或文件不能读；2 命令写法不对
`;

/** `mingbai codes`: an official classification becomes a year's code tables. */
export const CODES: Command = { help: HELP, run: runCodes };

async function runCodes(words: readonly string[]): Promise<number> {
  const { values, positionals } = readOptions(words, {
    year: { type: 'string' },
    'dry-run': { type: 'boolean', default: false },
  });
  const { root, year, 'dry-run': dryRun } = values as { root: string; year?: string; 'dry-run'?: boolean };
  const [path, ...rest] = positionals;
  const asked = yearSchema.safeParse(year ?? '');
  if (path === undefined || rest.length > 0 || !asked.success)
    throw new WrongCommand(
      '应写成 mingbai codes 文件 --year 年度，例如 mingbai codes 科目表.xlsx --year 2025',
    );
  const [given, ...more] = await readGiven(path, MAX_FILE_BYTES);
  if (given === undefined || more.length > 0)
    throw new WrongCommand(`“${path}”里有几个文件；请给出一个科目表文件`);
  const plan = await importCodes(given, asked.data, await readProject(root));
  if ('unready' in plan) {
    process.stderr.write(`${formatText(plan.unready)}先改正以上错误，再录入。没有写任何文件。\n`);
    return 1;
  }
  if (isRefused(plan)) {
    process.stderr.write(lines([`${plan.file}：${plan.refused}。没有写任何文件。`]));
    return 1;
  }
  const writes = plan.plans.flatMap(({ write }) => write ?? []);
  await carryOut(writes, root, dryRun === true, (written) => lines(describeCodes(plan, written)));
  return plan.plans.some(({ changes }) => changes.conflicts.length > 0) ? 1 : 0;
}
