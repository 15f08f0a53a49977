import { isChange } from '../../changes/change.ts';
import { compareInputs } from '../../changes/compare-inputs.ts';
import type { Command } from '../command.ts';
import { changeFormatter } from '../diff/format.ts';
import { readSides } from '../diff/sides.ts';
import { readOptions } from '../options.ts';
import { WrongCommand } from '../wrong-command.ts';

const HELP = `用法：mingbai diff [改前] [改后] [--format text|markdown|json|html] [--exit-zero] [--root 文件夹]

列出一次改动会改变什么：哪些填报、数字、句子、表里的格、图、网页和文件不同，多了或少了哪些发现，
新增、删去、放宽了哪些核对说明和批复数，以及没有跟着改的：数变了、原因还是原来的，由增变减，
文字里还引用着原来的数。只改注释和排版的不算改动。有错误的决算也能比较。

改前、改后可以是 git 的分支、标签、提交，也可以是装着 content/ 和 templates/ 的文件夹。不写改前，
就同离开主分支（main 或 master）的地方比较；不写改后，就是 --root 文件夹现在的样子。
git 的版本直接从代码库里读，不检出，也不运行代码库里设置的任何程序。

  --format markdown   合并请求的评论，折叠，不超过代码托管平台的长度
  --format html       一个网页，两个版本并排；不需要别的文件
  --format json       供程序读取
  --exit-zero         有不同也以 0 结束，供只要结果的流水线使用

退出码：0 没有不同；1 有不同；2 命令写法不对，或者读不到
`;

/** `mingbai diff`: the consequences of an edit, before anybody approves it. */
export const DIFF: Command = { help: HELP, run: runDiff };

async function runDiff(words: readonly string[]): Promise<number> {
  const { values, positionals } = readOptions(words, {
    format: { type: 'string', default: 'text' },
    'exit-zero': { type: 'boolean', default: false },
  });
  const options = values as { root: string; format?: string; 'exit-zero'?: boolean };
  const format = changeFormatter(options.format ?? 'text');
  const [base, head, ...rest] = positionals;
  if (rest.length > 0)
    throw new WrongCommand(
      '应写成 mingbai diff [改前] [改后]，例如 mingbai diff main，或 mingbai diff 旧 新',
    );
  const { before, after } = await readSides(options.root, base, head);
  const change = compareInputs({ before: before.files, after: after.files });
  process.stdout.write(format(change, { before: before.name, after: after.name }));
  return isChange(change) && options['exit-zero'] !== true ? 1 : 0;
}
