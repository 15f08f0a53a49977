import { compileSite } from '../../compile/compile-site.ts';
import { explain, type Explanation } from '../../figures/explain.ts';
import { hasErrors } from '../../source/diagnostic.ts';
import { readSources } from '../../workspace/read-sources.ts';
import type { Command } from '../command.ts';
import { readOptions } from '../options.ts';
import { formatText } from '../report.ts';
import { filesOf, readTargets, selectSite } from '../selection.ts';
import { WrongCommand } from '../wrong-command.ts';

const HELP = `用法：mingbai explain 单位/年度 数字名称 [--root 文件夹]

说明一个数字从哪里来，一直追到填报它的 文件:行:列。
例如：mingbai explain changji-sme/2023 收入.总计.增减率
`;

/** `mingbai explain`: a figure's tree down to the entries. */
export const EXPLAIN: Command = { help: HELP, run: runExplain };

async function runExplain(words: readonly string[]): Promise<number> {
  const { values, positionals } = readOptions(words, {});
  const [booklet, id, ...rest] = positionals;
  if (booklet === undefined || id === undefined || rest.length > 0 || !booklet.includes('/')) {
    throw new WrongCommand(
      '应写成 mingbai explain 单位/年度 数字名称，例如 mingbai explain changji-sme/2023 收入.总计',
    );
  }
  const files = await readSources(values.root);
  const targets = readTargets([booklet], files);
  const site = selectSite(compileSite(filesOf(files, targets)), targets);
  const found = site.units[0]?.booklets[0];
  if (found === undefined) {
    process.stderr.write(formatText(site.diagnostics));
    if (hasErrors(site.diagnostics)) return 1;
    throw new WrongCommand(`${booklet} 没有决算（仅作上年对比），没有可以说明的数字`);
  }
  if (!found.figures.has(id))
    throw new WrongCommand(`${booklet} 没有“${id}”这个数字${found.figures.suggest(id)}`);
  process.stdout.write(`${drawTree(explain(id, found.told)).join('\n')}\n`);
  return 0;
}

/** The tree as lines with branches drawn. */
function drawTree(node: Explanation, first = '', below = ''): readonly string[] {
  const { id, label, value, origin, inputs } = node;
  const head = label === id ? id : `${id}（${label}）`;
  const lines = [`${first}${head}：${value}`];
  const stem = inputs.length > 0 ? `${below}│ ` : `${below}  `;
  lines.push(...origin.map((sentence) => `${stem}${sentence}`));
  inputs.forEach((input, index) => {
    const last = index === inputs.length - 1;
    lines.push(...drawTree(input, `${below}${last ? '└─' : '├─'} `, `${below}${last ? '   ' : '│  '}`));
  });
  return lines;
}
