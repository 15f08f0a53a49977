import type { Booklet } from '../../compile/booklet.ts';
import { compileSite } from '../../compile/compile-site.ts';
import { explainFigure, type ExplainedFigure } from '../../describe/figure/explained-figure.ts';
import { findFigure } from '../../describe/figure/find-figure.ts';
import { hasErrors } from '../../source/diagnostic.ts';
import { Refusal } from '../../workspace/refusal.ts';
import { readProject } from '../../workspace/read-project.ts';
import type { Command } from '../command.ts';
import { formatExplained } from '../explain/text.ts';
import { formOf } from '../formats/form-of.ts';
import { printableJson } from '../formats/printable-json.ts';
import { readOptions } from '../options.ts';
import { formatText } from '../report.ts';
import { filesOf, readTargets, selectSite } from '../selection.ts';
import { WrongCommand } from '../wrong-command.ts';

const HELP = `用法：mingbai explain 单位/年度 数字 [--depth 层数] [--format text|json] [--root 文件夹]

说明一个数字从哪里来，一直追到填报它的 文件:行:列；又到哪里去：哪些数字、句子、表、图、核对规则用到它。
未公开的，说明缺什么、填在哪里。

数字可以写名称（收入.总计.增减率）、中文说明（收入总计），也可以写印出来的数（6399.73）。有几个相符的，逐个列出。
例如：mingbai explain changji-sme/2023 收入.总计.增减率

  --depth 层数     往下、往上各看几层；不写的，往下不超过一屏，往上一层
  --format json    供程序读取
`;

/** `mingbai explain`: a figure's tree down to the entries, and what goes by it. */
export const EXPLAIN: Command = { help: HELP, run: runExplain };

async function runExplain(words: readonly string[]): Promise<number> {
  const { root, booklet, figure, format, depth } = readWords(words);
  const files = await readProject(root);
  const targets = readTargets([booklet], files);
  const site = selectSite(compileSite(filesOf(files, targets)), targets);
  const found = site.units[0]?.booklets[0];
  if (found === undefined) {
    process.stderr.write(formatText(site.diagnostics));
    if (hasErrors(site.diagnostics)) return 1;
    throw new WrongCommand(`${booklet} 没有决算（仅作上年对比），没有可以说明的数字`);
  }
  const explained = explainFigure(meant(figure, found), found, depth);
  process.stdout.write(format(explained));
  return 0;
}

/** What is asked, and how it is to be answered. */
interface Question {
  readonly root: string;
  readonly booklet: string;
  readonly figure: string;
  readonly format: (explained: ExplainedFigure) => string;
  readonly depth: number | undefined;
}

function readWords(words: readonly string[]): Question {
  const { values, positionals } = readOptions(words, {
    depth: { type: 'string' },
    format: { type: 'string', default: 'text' },
  });
  const { root, depth, format = 'text' } = values as { root: string; depth?: string; format?: string };
  const [booklet, figure, ...rest] = positionals;
  if (booklet === undefined || figure === undefined || rest.length > 0 || !booklet.includes('/')) {
    throw new WrongCommand(
      '应写成 mingbai explain 单位/年度 数字，例如 mingbai explain changji-sme/2023 收入.总计',
    );
  }
  const form = formOf(FORMATS, format);
  if (depth !== undefined && !/^\d{1,2}$/.test(depth))
    throw new WrongCommand(`--depth 应为 0 到 99 的整数，不能是“${depth}”`);
  return { root, booklet, figure, format: form, depth: depth === undefined ? undefined : Number(depth) };
}

const FORMATS = { text: formatExplained, json: printableJson };

/** The id of the figure that is meant. */
function meant(words: string, booklet: Booklet): string {
  const { id, candidates } = findFigure(words, booklet);
  if (id !== undefined) return id;
  const name = `${booklet.slug}/${booklet.year}`;
  if (candidates.length === 0)
    throw new WrongCommand(`${name} 没有“${words}”这个数字${booklet.figures.suggest(words)}`);
  const list = candidates.map((one) => `  ${one.id}（${one.label}）`);
  throw new Refusal([`“${words}”可以是几个数字，请写其中一个的名称：`, ...list].join('\n'));
}
