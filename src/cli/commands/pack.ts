import type { Command } from '../command.ts';
import { makePack } from '../pack/make-pack.ts';
import { showDifference } from '../pack/show-difference.ts';
import { showFit } from '../pack/show-fit.ts';
import { showWords } from '../pack/show-words.ts';

const HELP = `用法：mingbai pack 模板包 --words [--unit 单位[/年度]] [--format text|json] [--root 文件夹]
      mingbai pack new 模板包 --from 模板包 [--year 年度] [--root 文件夹]
      mingbai pack diff 模板包 模板包 [--root 文件夹]
      mingbai pack fit 模板包 文件… [--format text|json] [--root 文件夹]

模板包是 templates/ 下的文件夹。

  --words   列出这个模板包的模板里可以写的一切：助手、文字、清单、情形、决算表、数字，各举一例
    --unit 单位[/年度]   例子取自哪一本决算；不写的，取用这个模板包的单位，没有的换别的单位试
    --format json        印成 JSON，供编辑器和程序读取

  new       新建 templates/模板包/：继承 --from 的模板包，可以写的各项都作为注释列在 pack.yaml 里
    --year 年度          适用的决算年度；不写的与所继承的相同

  diff      用话说出两个模板包印出来有什么不同，不管它们的文件怎么分
            退出码：0 相同，1 不同，2 命令写法不对，或有一个不能用

  fit       拿已公开的决算（.pdf、.docx、.html、.txt，附表 .xlsx、.xls、.ods、.csv，或装着它们的文件夹）来试：
            句子、数、格各有多少是这个模板包说得出来的；说不出来的逐条列出第几页、原文和最近的模板句
            退出码：0 全部说得出来，1 有说不出来的，或文件不能读，2 命令写法不对，或模板包不能用
    --format json        印成 JSON
`;

/** `mingbai pack`: what a pack's templates can name, a new pack, what two print differently, what one explains. */
export const PACK: Command = { help: HELP, run: runPack };

function runPack(words: readonly string[]): Promise<number> {
  const [first, ...rest] = words;
  if (first === 'new') return makePack(rest);
  if (first === 'fit') return showFit(rest);
  return first === 'diff' ? showDifference(rest) : showWords(words);
}
