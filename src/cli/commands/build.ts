import { resolve } from 'node:path';
import { compileSite } from '../../compile/compile-site.ts';
import { templateFailure } from '../../document/template-failure.ts';
import { buildSite, type BuildResult } from '../../outputs/build-site.ts';
import { formatDiagnostic, hasErrors } from '../../source/diagnostic.ts';
import { OutputChanged } from '../../workspace/output-folder.ts';
import { readProject } from '../../workspace/read-project.ts';
import type { Command } from '../command.ts';
import { lines } from '../lines.ts';
import { readOptions } from '../options.ts';
import { openProgress } from '../progress.ts';
import { formatSummary, formatText, summarize } from '../report.ts';
import { filesOf, readTargets, selectSite, unselected } from '../selection.ts';

const HELP = `用法：mingbai build [单位[/年度]…] [--out 文件夹] [--no-pdf] [--root 文件夹]

先核对，没有错误才生成：网站、每本决算的 PDF 和数据文件。有错误时原来的输出保持不变。
不写单位时生成全部。写了单位，就只生成这些，原来输出里的其他决算原样保留（网页、PDF、数据文件都不变，也不看它们的源文件
有没有改动或错误）；首页、单位页、搜索、数据目录、订阅和站点地图仍包括全部决算。改了模板、网站设置，或者要撤下一本决算，
请不写单位，全部生成一次。

  --out 文件夹   输出到哪里（默认为 --root 下的 dist）
  --no-pdf      不生成 PDF
`;

/** `mingbai build`: checks, then site and PDFs, swapped in only when everything is there. */
export const BUILD: Command = { help: HELP, run: runBuild };

async function runBuild(words: readonly string[]): Promise<number> {
  const { values, positionals } = readOptions(words, {
    out: { type: 'string' },
    'no-pdf': { type: 'boolean', default: false },
  });
  const { out, 'no-pdf': noPdf } = values as { out?: string; 'no-pdf'?: boolean };
  const started = performance.now();
  const files = await readProject(values.root);
  const targets = readTargets(positionals, files);
  const compiled = compileSite(filesOf(files, targets));
  const site = selectSite(compiled, targets);
  process.stderr.write(formatText(site.diagnostics) + formatSummary(summarize(site)));
  if (hasErrors(site.diagnostics)) return refuse('有错误，没有生成；原来的输出没有改动。');
  if (site.units.every((unit) => unit.booklets.length === 0))
    return refuse('没有可以生成的决算；请先在 content/units/ 下填写。');
  const target = out === undefined ? resolve(values.root, 'dist') : resolve(out);
  const progress = openProgress();
  try {
    const result = await buildSite(site, {
      out: target,
      pdf: noPdf !== true,
      unselected: targets.length === 0 ? undefined : unselected(compiled, site),
      onProgress: progress.show,
    });
    progress.end();
    process.stdout.write(lines([`已生成 ${target}：${describe(result)}，用时 ${secondsSince(started)} 秒`]));
    return 0;
  } catch (thrown) {
    progress.end();
    if (thrown instanceof OutputChanged) return refuse(thrown.message);
    const failure = templateFailure(thrown);
    if (failure === undefined) throw thrown;
    return refuse(`${formatDiagnostic(failure.diagnostic)}\n有错误，没有生成；原来的输出没有改动。`);
  } finally {
    progress.end();
  }
}

function describe({ pages, pdfs, data, kept }: BuildResult): string {
  const made = `${pages} 个网页，${pdfs} 个 PDF，${data} 个数据文件`;
  return kept === 0 ? made : `${made}，保留了原来输出里的 ${kept} 本决算`;
}

function secondsSince(started: number): string {
  return ((performance.now() - started) / 1000).toFixed(1);
}

function refuse(message: string): number {
  process.stderr.write(`${message}\n`);
  return 1;
}
