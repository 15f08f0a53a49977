import { openWhole } from '../../compile/open-input.ts';
import { isRefused, MAX_FILE_BYTES, type GivenFile } from '../../import/given-file.ts';
import { importFiles } from '../../import/import-files.ts';
import { choosePack } from '../../import/project.ts';
import { readGiven } from '../../workspace/given-files.ts';
import { readProject } from '../../workspace/read-project.ts';
import type { Command } from '../command.ts';
import { carryOut } from '../import/carry-out.ts';
import { describePlan } from '../import/describe-plan.ts';
import { lines } from '../lines.ts';
import { readOptions } from '../options.ts';
import { formatText } from '../report.ts';
import { splitUnitYear } from '../unit-year.ts';
import { WrongCommand } from '../wrong-command.ts';

const HELP = `用法：mingbai import 单位/年度 文件… [--pack 模板包] [--dry-run] [--root 文件夹]

把批复的决算表、部门预算和其他报表、绩效自评表、已公布的公开文本读进 content/units/单位/年度/ 下的
文件；没有这个单位、这一年度的，新建文件。表可以是 .xlsx、.xls、.ods、.csv，自评表还可以是 .docx，公开文本
可以是 .pdf、.docx、.html、.txt，也可以是装着这些文件的文件夹，或者公开的数据（datapackage.json，旁边要有
figures.json；打成一个 .zip 也行）。表按模板包的表式认，与工作表的名称、顺序无关；公开文本按模板包的文字认。

已填的不改：与表上不一样的列出来，请自己核对。没有读懂的数列出 表!单元格 和原因。

  --pack 模板包    用哪个模板包的表式；accounts.yaml 已写明的不用写
  --dry-run        不写，在标准输出打印要作的改动

退出码：0 全部读懂；1 有没读懂的、对不上的，或文件不能读；2 命令写法不对
`;

/** `mingbai import`: what a body holds in hand becomes its files. */
export const IMPORT: Command = { help: HELP, run: runImport };

async function runImport(words: readonly string[]): Promise<number> {
  const { values, positionals } = readOptions(words, {
    pack: { type: 'string' },
    'dry-run': { type: 'boolean', default: false },
  });
  const options = values as { root: string; pack?: string; 'dry-run'?: boolean };
  const { slug, year, paths } = readTarget(positionals);
  const files = await readProject(options.root);
  const input = openWhole(files);
  const choice = choosePack(input, files, { slug, year, asked: options.pack });
  if ('why' in choice) throw new WrongCommand(choice.why);
  const given: GivenFile[] = [];
  for (const path of paths) given.push(...(await readGiven(path, MAX_FILE_BYTES)));
  const plan = await importFiles({ input, files, slug, year, pack: choice.pack, given });
  if ('unready' in plan) {
    process.stderr.write(`${formatText(plan.unready)}先改正以上错误，再导入。没有写任何文件。\n`);
    return 1;
  }
  if (isRefused(plan)) {
    process.stderr.write(lines([`${plan.file}：${plan.refused}。没有写任何文件。`]));
    return 1;
  }
  const dryRun = options['dry-run'] === true;
  await carryOut(plan.writes, options.root, dryRun, (written) => describePlan(plan, written));
  const isSettled =
    plan.leftovers.length === 0 && plan.findings.every(({ severity }) => severity !== 'error');
  return isSettled ? 0 : 1;
}

/** A folder's name that can be part of an address. */
const FOLDER = /^[a-z0-9][a-z0-9-]*$/;

function readTarget([target, ...paths]: readonly string[]): {
  readonly slug: string;
  readonly year: number;
  readonly paths: readonly string[];
} {
  const asked = splitUnitYear(target ?? '');
  if (asked === undefined || !FOLDER.test(asked.slug) || paths.length === 0)
    throw new WrongCommand(
      '应写成 mingbai import 单位/年度 文件…，例如 mingbai import changji-sme/2024 决算表.xlsx',
    );
  return { ...asked, paths };
}
