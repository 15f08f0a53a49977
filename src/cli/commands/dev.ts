import { compileSite } from '../../compile/compile-site.ts';
import { startPreview } from '../../outputs/preview.ts';
import { remembering } from '../../source/recall.ts';
import { readProject } from '../../workspace/read-project.ts';
import type { Command } from '../command.ts';
import { faultText } from '../lines.ts';
import { readOptions } from '../options.ts';
import { formatSummary, formatText, summarize } from '../report.ts';
import { filesOf, readTargets, selectSite } from '../selection.ts';
import type { Target } from '../unit-year.ts';
import { WrongCommand } from '../wrong-command.ts';

const HELP = `用法：mingbai dev [单位[/年度]…] [--port 端口] [--root 文件夹]

在本机预览网站；写了单位，就只预览这些。改动 content/ 或 templates/ 下的文件，网页随即更新，发现的问题显示在网页上方。
按 Ctrl+C 结束。

  --port 端口   网址的端口（默认为 4321）
`;

const LAST_PORT = 65_535;

/** `mingbai dev`: a preview that follows every change, until it is interrupted. */
export const DEV: Command = { help: HELP, run: runDev };

async function runDev(words: readonly string[]): Promise<number> {
  const { values, positionals } = readOptions(words, { port: { type: 'string', default: '4321' } });
  const { port } = values as { port?: string };
  if (!/^\d{1,5}$/.test(port ?? '') || Number(port) > LAST_PORT)
    throw new WrongCommand(`--port 应为 0 到 ${LAST_PORT} 的整数，不能是“${port ?? ''}”`);
  const targets = readTargets(positionals, await readProject(values.root));
  const recall = remembering();
  const preview = await startPreview({
    root: values.root,
    port: Number(port),
    compile: (files) => selectSite(compileSite(filesOf(files, targets), recall), targets),
    onCompiled: (site) => process.stderr.write(formatText(site.diagnostics) + formatSummary(summarize(site))),
    onFailure: (error) => process.stderr.write(faultText(error)),
  });
  const place = targets.length === 1 ? addressOf(targets[0]) : '';
  process.stdout.write(`预览：${preview.url}${place}（按 Ctrl+C 结束）\n`);
  await new Promise<void>((resolve) => {
    process.once('SIGINT', resolve).once('SIGTERM', resolve);
  });
  await preview.stop();
  return 0;
}

/** The page of what was asked for, below the site's address. */
function addressOf(target: Target | undefined): string {
  if (target === undefined) return '';
  return target.year === undefined ? `${target.slug}/` : `${target.slug}/${target.year}/`;
}
