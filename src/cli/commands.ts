import { BUILD_HELP, runBuild } from './commands/build.ts';
import { CHECK_HELP, runCheck } from './commands/check.ts';
import { DEV_HELP, runDev } from './commands/dev.ts';
import { EXPLAIN_HELP, runExplain } from './commands/explain.ts';
import { NEW_HELP, runNew } from './commands/new.ts';

/** A command: its own help, and what it does; resolves to the exit code. */
export interface Command {
  readonly help: string;
  run(words: readonly string[]): Promise<number>;
}

export const COMMANDS: Readonly<Record<string, Command>> = {
  check: { help: CHECK_HELP, run: runCheck },
  build: { help: BUILD_HELP, run: runBuild },
  dev: { help: DEV_HELP, run: runDev },
  explain: { help: EXPLAIN_HELP, run: runExplain },
  new: { help: NEW_HELP, run: runNew },
};

export const HELP = `明白账：部门决算公开文本的核对与生成

用法：
  mingbai check [单位[/年度]…]          核对，不写任何文件
  mingbai build [单位[/年度]…]          核对并生成网站、PDF 和数据文件
  mingbai dev                            预览，随改随看
  mingbai explain 单位/年度 数字名称     说明一个数字从哪里来
  mingbai new 单位/年度                  由上年带出新一年的文件

所有命令都可以加：
  --root 文件夹    content/ 和 templates/ 所在的文件夹（默认为当前文件夹）
  --help          这个命令的详细用法

退出码：0 没有错误；1 输入有错误；2 命令写法不对
`;
