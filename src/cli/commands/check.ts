import { compileSite } from '../../compile/compile-site.ts';
import { hasErrors } from '../../source/diagnostic.ts';
import { readSources } from '../../workspace/read-sources.ts';
import { readOptions } from '../options.ts';
import { formatJson, formatSummary, formatText, summarize } from '../report.ts';
import { filesOf, readTargets, selectSite } from '../selection.ts';
import { WrongCommand } from '../wrong-command.ts';

export const CHECK_HELP = `用法：mingbai check [单位[/年度]…] [--format text|json] [--root 文件夹]

核对 content/ 下的账目和文字、templates/ 下的模板，不写任何文件。
不写单位时核对全部。每个发现一行：文件:行:列 级别 规则 说明。

  --format json   在标准输出打印 JSON，供程序读取
`;

/** `mingbai check`: all findings of the selected booklets on standard output. */
export async function runCheck(words: readonly string[]): Promise<number> {
  const { values, positionals } = readOptions(words, { format: { type: 'string', default: 'text' } });
  const { format } = values as { format?: string };
  if (format !== 'text' && format !== 'json') throw new WrongCommand(`--format 只能是 text 或 json，不能是“${format ?? ''}”`);
  const files = await readSources(values.root);
  const targets = readTargets(positionals, files);
  const site = selectSite(compileSite(filesOf(files, targets)), targets);
  if (format === 'json') process.stdout.write(formatJson(site));
  else process.stdout.write(formatText(site.diagnostics) + formatSummary(summarize(site)));
  return hasErrors(site.diagnostics) ? 1 : 0;
}
