import { asPublished } from '../../compile/drafts.ts';
import { hasErrors } from '../../source/diagnostic.ts';
import { readProject } from '../../workspace/read-project.ts';
import type { Command } from '../command.ts';
import { CACHE_HELP, CACHE_OPTIONS, closeCache, openCache, type CacheValues } from '../cache-options.ts';
import { checkInParallel } from '../check-in-parallel.ts';
import { formatterOf } from '../formats/format.ts';
import { lines } from '../lines.ts';
import { readOptions } from '../options.ts';
import { openProgress } from '../progress.ts';
import { filesOf, readTargets, selectSite } from '../selection.ts';

const HELP = `用法：mingbai check [单位[/年度]…] [--format text|json|github|gitlab|sarif] [--draft] [--root 文件夹]
      mingbai check --list

核对 content/ 下的账目和文字、templates/ 下的模板，不改动任何文件。
不写单位时核对全部；没有变化、没有错误的单位，上次核对的结果从缓存里取。每个发现一行：文件:行:列 级别 规则 说明。
已在 accounts.yaml 的“核对说明”中决定保留的，列在最后。

  --format json     在标准输出打印 JSON，供程序读取
  --format github   GitHub Actions 的批注，显示在合并请求的相应行旁
  --format gitlab   GitLab 的 Code Quality 报告，显示在合并请求的相应行旁
  --format sarif    SARIF 2.1.0，供代码托管平台和编辑器读取
  --draft           还没有定稿（“稿本”）的只提示，不算错误：与 build --draft 相同
  --list            列出全部核对规则及其依据
${CACHE_HELP}
`;

/** `mingbai check`: all findings of the selected booklets on standard output. */
export const CHECK: Command = { help: HELP, run: runCheck };

async function runCheck(words: readonly string[]): Promise<number> {
  const { values, positionals } = readOptions(words, {
    format: { type: 'string', default: 'text' },
    draft: { type: 'boolean', default: false },
    list: { type: 'boolean', default: false },
    ...CACHE_OPTIONS,
  });
  const { format, draft, list, ...given } = values as CacheValues & {
    format?: string;
    draft?: boolean;
    list?: boolean;
  };
  const formatSite = formatterOf(format ?? 'text');
  if (list === true) {
    const { ruleListText } = await import('../../checks/rule-list.ts');
    process.stdout.write(ruleListText());
    return 0;
  }
  const files = await readProject(values.root);
  const targets = readTargets(positionals, files);
  const wanted = filesOf(files, targets);
  const progress = await openProgress();
  const open = openCache(given);
  const tell = (done: number, all: number): void => progress.show(`核对 ${done}/${all} 个单位`);
  const checked = await checkInParallel(wanted, tell, open?.cache).finally(progress.end);
  if (open !== undefined) process.stderr.write(lines(await closeCache(open)));
  const selected = selectSite(checked, targets);
  const site = draft === true ? selected : asPublished(selected);
  process.stdout.write(await formatSite(site));
  return hasErrors(site.diagnostics) ? 1 : 0;
}
