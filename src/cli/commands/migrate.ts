import { formatPlace } from '../../source/place.ts';
import { readProject } from '../../workspace/read-project.ts';
import type { Command } from '../command.ts';
import { carryOut } from '../import/carry-out.ts';
import { lines } from '../lines.ts';
import { planMigration, type Migration } from '../migrate/plan-migration.ts';
import { readOptions } from '../options.ts';
import { formatText } from '../report.ts';
import { readTargets } from '../selection.ts';
import { WrongCommand } from '../wrong-command.ts';

const HELP = `用法：mingbai migrate [单位[/年度]…] [--dry-run] [--root 文件夹]

升级程序以后，把 content/、templates/ 下以前版本的写法改成现在的写法。意思不变：数字、文字一个不改，
注释、次序、引号照旧。已是现在的写法的，一个字节也不改；再运行一次，没有要改的。
写着单位、年度的，只改那些文件，不改模板包。

content/schema/、templates/schema/ 下的格式说明（供编辑器用）有变化的，一并重新生成。

有一处改不了的（列出在哪里、为什么），什么也不写。改完请看一遍改动（git diff），核对（mingbai check）后提交。

  --dry-run        不写，在标准输出打印要作的改动

退出码：0 已改，或没有要改的；1 有改不了的，没有写任何文件；2 命令写法不对
`;

/** `mingbai migrate`: files of an older form become files of today's. */
export const MIGRATE: Command = { help: HELP, run: runMigrate };

async function runMigrate(words: readonly string[]): Promise<number> {
  const { values, positionals } = readOptions(words, { 'dry-run': { type: 'boolean', default: false } });
  const { root, 'dry-run': dryRun } = values as { root: string; 'dry-run'?: boolean };
  // Of what came with the program nothing is older; what may be entered depends on it.
  const files = await readProject(root);
  if (files.every(({ shipped }) => shipped !== undefined))
    throw new WrongCommand('没有找到 content/、templates/；请在项目文件夹里运行，或用 --root 指明项目文件夹');
  const migration = planMigration(files, positionals.length === 0 ? [] : readTargets(positionals, files));
  if (migration.obstacles.length > 0) {
    process.stderr.write(
      `${formatText(migration.obstacles)}请先手工改正以上各处，再运行。没有写任何文件。\n`,
    );
    return 1;
  }
  await carryOut(migration.writes, root, dryRun === true, (written) => describe(migration, written));
  return 0;
}

function describe({ writes, changes }: Migration, written: boolean): string {
  if (writes.length === 0) return '都是现在的写法，没有要改的。\n';
  const told = changes.map(({ place, message }) => {
    const change = message.slice(0, message.lastIndexOf('；'));
    return `${formatPlace(place)} ${change}`;
  });
  const end = written ? '请看一遍改动（git diff），核对（npx mingbai check）后提交。' : '没有写任何文件。';
  return lines([
    ...told,
    written ? '已改：' : '将改：',
    ...writes.map(({ path, before }) => `  ${path}${before === undefined ? '（新建）' : ''}`),
    end,
  ]);
}
