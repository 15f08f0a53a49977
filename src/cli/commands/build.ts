import { writeFileSync } from 'node:fs';
import { compileSite } from '../../compile/compile-site.ts';
import { asPublished } from '../../compile/drafts.ts';
import { templateFailure } from '../../document/template-failure.ts';
import { buildSite, type BuildResult } from '../../outputs/build-site.ts';
import { reportOf } from '../../outputs/report/build-report.ts';
import { formatDiagnostic, hasErrors } from '../../source/diagnostic.ts';
import type { RawFile } from '../../source/source-file.ts';
import { OutputChanged } from '../../workspace/output-folder.ts';
import { programVersion } from '../../workspace/program.ts';
import { readProject } from '../../workspace/read-project.ts';
import { readCosts } from '../build/costs-file.ts';
import { stageTable } from '../build/stage-table.ts';
import { checkWhole, type CheckedBuild, type ShardToBuild, type WholeBuild } from '../build/whole-build.ts';
import { CACHE_HELP, CACHE_OPTIONS } from '../cache-options.ts';
import type { Command } from '../command.ts';
import { lines } from '../lines.ts';
import { outputOf } from '../output-of.ts';
import { readOptions } from '../options.ts';
import { openProgress, type Progress } from '../progress.ts';
import { formatSummary, formatText, summarize } from '../report.ts';
import { filesOf, readTargets, selectSite, unselected } from '../selection.ts';
import { readShard } from '../shard-option.ts';
import type { Target } from '../unit-year.ts';
import { WrongCommand } from '../wrong-command.ts';

const HELP = `用法：mingbai build [单位[/年度]…] [--out 文件夹] [--no-pdf] [--draft] [--root 文件夹]

先核对，没有错误才生成：网站、每本决算的 PDF 和数据文件。有错误时原来的输出保持不变。
不写单位时生成全部。写了单位，就只生成这些，原来输出里的其他决算原样保留（网页、PDF、数据文件都不变，也不看它们的源文件
有没有改动或错误）；首页、单位页、搜索、数据目录、订阅和站点地图仍包括全部决算。改了模板、网站设置，或者要撤下一本决算，
请不写单位，全部生成一次。
生成全部时，上次以来没有变化的单位从缓存里取，写出的文件与重新生成的一字不差。

accounts.yaml 里写着“稿本: 征求意见稿”之类的决算还没有定稿，不能这样生成；用 --draft 生成带水印的稿子，供征求意见。

  --out 文件夹   输出到哪里（默认为 --root 下的 dist，草稿为 dist-draft）
  --no-pdf      不生成 PDF
  --draft       没有定稿的决算也生成：每页有水印，不让搜索引擎收录，不能和正式的网站合在一起
${CACHE_HELP}
  --shard 第几份/共几份  只生成全部单位中的这一份（从 1 数起），写到 --out 指明的文件夹里；几台机器各生成一份，再用
                mingbai merge 合成网站
  --costs 文件    以前一次生成的记录（--report），按各单位的用时分份；各份要用同一个文件
  --jobs 几个    同时用几个进程生成（默认按处理器的个数，决算不多时只用一个）
  --report 文件   把这次生成的记录写成 JSON：各单位的用时、大小、是否取自缓存
  --verify-cache  把缓存里的一部分重新生成，逐字节比较；不一样就停下，不写入
`;

/** `mingbai build`: checks, then site and PDFs, swapped in only when everything is there. */
export const BUILD: Command = { help: HELP, run: runBuild };

/** What the command was told. */
interface Values extends WholeBuild {
  readonly out?: string;
  readonly shard?: string;
  readonly costs?: string;
  readonly report?: string;
}

async function runBuild(words: readonly string[]): Promise<number> {
  const { values, positionals } = readOptions(words, {
    out: { type: 'string' },
    'no-pdf': { type: 'boolean', default: false },
    draft: { type: 'boolean', default: false },
    'verify-cache': { type: 'boolean', default: false },
    shard: { type: 'string' },
    costs: { type: 'string' },
    jobs: { type: 'string' },
    report: { type: 'string' },
    ...CACHE_OPTIONS,
  });
  const given = values as Values;
  const started = { clock: performance.now(), cpu: process.cpuUsage() };
  const files = await readProject(values.root);
  const targets = readTargets(positionals, files);
  const part = shardOf(given, targets);
  const progress = await openProgress();
  const { site: checked, build } =
    targets.length === 0
      ? await checkWhole(files, given, part, progress)
      : checkSelected(files, targets, progress);
  const checking = secondsOfProcessor(started.cpu);
  progress.end();
  const site = given.draft === true ? checked : asPublished(checked);
  process.stderr.write(formatText(site.diagnostics) + formatSummary(summarize(site)));
  if (hasErrors(site.diagnostics)) return refuse('有错误，没有生成；原来的输出没有改动。');
  if (part === undefined && site.units.every((unit) => unit.booklets.length === 0))
    return refuse('没有可以生成的决算；请先在 content/units/ 下填写。');
  return write(build, given, { clock: started.clock, checking }, progress);
}

/** Builds what has no errors, and says what was built. */
async function write(
  build: CheckedBuild['build'],
  given: Values,
  { clock, checking }: { readonly clock: number; readonly checking: number },
  progress: Progress,
): Promise<number> {
  const draft = given.draft === true;
  const out = outputOf(given.root, given.out, draft);
  try {
    const result = await build({ out, pdf: given['no-pdf'] !== true, draft });
    progress.end();
    result.count.times.add('check', checking);
    tell(result, given);
    process.stdout.write(lines([`已生成 ${out}：${describe(result)}，用时 ${secondsSince(clock)} 秒`]));
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

/** Which shard is asked for; undefined if it is none. */
function shardOf({ shard, costs, out }: Values, targets: readonly Target[]): ShardToBuild | undefined {
  if (shard === undefined && costs !== undefined) throw new WrongCommand('--costs 只能和 --shard 一起写');
  if (shard === undefined) return undefined;
  if (targets.length > 0 || out === undefined)
    throw new WrongCommand('--shard 不能和单位一起写，并且要用 --out 指明这一份的文件夹');
  return { shard: readShard(shard), costs: costs === undefined ? new Map() : readCosts(costs) };
}

/** Some units or years of them; what else the output holds stays. */
function checkSelected(
  files: readonly RawFile[],
  targets: readonly Target[],
  progress: Progress,
): CheckedBuild {
  const compiled = compileSite(filesOf(files, targets));
  const site = selectSite(compiled, targets);
  const others = unselected(compiled, site);
  return {
    site,
    build: (options) => buildSite(site, { ...options, unselected: others, onProgress: progress.show }),
  };
}

/** What the build took: in a file, if that is asked for, and what took most of it in a table. */
function tell({ count }: BuildResult, { report }: Values): void {
  const told = reportOf(count, programVersion());
  if (report !== undefined) writeFileSync(report, `${JSON.stringify(told, null, 1)}\n`);
  process.stderr.write(lines([...told.warnings, ...stageTable(told.cpu)]));
}

function describe({ pages, pdfs, data, kept, count }: BuildResult): string {
  const made = `${pages} 个网页，${pdfs} 个 PDF，${data} 个数据文件`;
  const cached = count.units.filter((unit) => unit.cached).length;
  const same = cached === 0 ? '' : `，其中 ${cached} 个单位没有变化，取自缓存`;
  return kept === 0 ? `${made}${same}` : `${made}，保留了原来输出里的 ${kept} 本决算`;
}

function secondsSince(started: number): string {
  return ((performance.now() - started) / 1000).toFixed(1);
}

function secondsOfProcessor(since: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1e6;
}

function refuse(message: string): number {
  process.stderr.write(`${message}\n`);
  return 1;
}
