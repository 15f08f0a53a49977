import { resolve } from 'node:path';
import { compileSite } from '../../compile/compile-site.ts';
import { planSite } from '../../compile/plan-site.ts';
import { templateFailure } from '../../document/template-failure.ts';
import { buildPlanned, buildSite, type BuildResult } from '../../outputs/build-site.ts';
import type { CheckedSite } from '../../compile/check-site.ts';
import { formatDiagnostic, hasErrors } from '../../source/diagnostic.ts';
import type { RawFile } from '../../source/source-file.ts';
import { OutputChanged } from '../../workspace/output-folder.ts';
import { readProject } from '../../workspace/read-project.ts';
import { CACHE_HELP, CACHE_OPTIONS, closeCache, openCache, type CacheValues } from '../cache-options.ts';
import { checkPlan } from '../check-plan.ts';
import type { Command } from '../command.ts';
import { lines } from '../lines.ts';
import { readOptions } from '../options.ts';
import { openProgress, type Progress } from '../progress.ts';
import { formatSummary, formatText, summarize } from '../report.ts';
import { filesOf, readTargets, selectSite, unselected } from '../selection.ts';
import type { Target } from '../unit-year.ts';

const HELP = `用法：mingbai build [单位[/年度]…] [--out 文件夹] [--no-pdf] [--root 文件夹]

先核对，没有错误才生成：网站、每本决算的 PDF 和数据文件。有错误时原来的输出保持不变。
不写单位时生成全部。写了单位，就只生成这些，原来输出里的其他决算原样保留（网页、PDF、数据文件都不变，也不看它们的源文件
有没有改动或错误）；首页、单位页、搜索、数据目录、订阅和站点地图仍包括全部决算。改了模板、网站设置，或者要撤下一本决算，
请不写单位，全部生成一次。
生成全部时，上次以来没有变化的单位从缓存里取，写出的文件与重新生成的一字不差。

  --out 文件夹   输出到哪里（默认为 --root 下的 dist）
  --no-pdf      不生成 PDF
${CACHE_HELP}
  --verify-cache  把缓存里的一部分重新生成，逐字节比较；不一样就停下，不写入
`;

/** `mingbai build`: checks, then site and PDFs, swapped in only when everything is there. */
export const BUILD: Command = { help: HELP, run: runBuild };

/** What the command was told. */
interface Values extends CacheValues {
  readonly out?: string;
  readonly 'no-pdf'?: boolean;
  readonly 'verify-cache'?: boolean;
}

/** A site that was checked, and how it is built. */
interface Checked {
  readonly site: CheckedSite;
  build(options: { readonly out: string; readonly pdf: boolean }): Promise<BuildResult>;
}

async function runBuild(words: readonly string[]): Promise<number> {
  const { values, positionals } = readOptions(words, {
    out: { type: 'string' },
    'no-pdf': { type: 'boolean', default: false },
    'verify-cache': { type: 'boolean', default: false },
    ...CACHE_OPTIONS,
  });
  const given = values as Values;
  const started = performance.now();
  const files = await readProject(values.root);
  const targets = readTargets(positionals, files);
  const progress = openProgress();
  const { site, build } =
    targets.length === 0 ? await checkAll(files, given, progress) : checkSelected(files, targets, progress);
  progress.end();
  process.stderr.write(formatText(site.diagnostics) + formatSummary(summarize(site)));
  if (hasErrors(site.diagnostics)) return refuse('有错误，没有生成；原来的输出没有改动。');
  if (site.units.every((unit) => unit.booklets.length === 0))
    return refuse('没有可以生成的决算；请先在 content/units/ 下填写。');
  const out = given.out === undefined ? resolve(values.root, 'dist') : resolve(given.out);
  try {
    const result = await build({ out, pdf: given['no-pdf'] !== true });
    progress.end();
    process.stdout.write(lines([`已生成 ${out}：${describe(result)}，用时 ${secondsSince(started)} 秒`]));
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

/** All units, those that have not changed from the cache. */
async function checkAll(files: readonly RawFile[], values: Values, progress: Progress): Promise<Checked> {
  const open = openCache(values);
  const plan = planSite(files);
  const all = plan.units.length;
  const { site, units } = await checkPlan(plan, open?.cache, (done) =>
    progress.show(`核对 ${done}/${all} 个单位`),
  );
  const kept = open && { cache: open.cache, verify: values['verify-cache'] === true };
  const build: Checked['build'] = async (options) => {
    const result = await buildPlanned({ ...plan, units }, { ...options, onProgress: progress.show }, kept);
    const warning = open && (await closeCache(open));
    if (warning !== undefined) process.stderr.write(warning);
    return result;
  };
  return { site, build };
}

/** Some units or years of them; what else the output holds stays. */
function checkSelected(files: readonly RawFile[], targets: readonly Target[], progress: Progress): Checked {
  const compiled = compileSite(filesOf(files, targets));
  const site = selectSite(compiled, targets);
  const others = unselected(compiled, site);
  return {
    site,
    build: (options) => buildSite(site, { ...options, unselected: others, onProgress: progress.show }),
  };
}

function describe({ pages, pdfs, data, kept, cached }: BuildResult): string {
  const made = `${pages} 个网页，${pdfs} 个 PDF，${data} 个数据文件`;
  const same = cached === 0 ? '' : `，其中 ${cached} 个单位没有变化，取自缓存`;
  return kept === 0 ? `${made}${same}` : `${made}，保留了原来输出里的 ${kept} 本决算`;
}

function secondsSince(started: number): string {
  return ((performance.now() - started) / 1000).toFixed(1);
}

function refuse(message: string): number {
  process.stderr.write(`${message}\n`);
  return 1;
}
