import { startPreview } from '../../outputs/preview.ts';
import type { Command } from '../command.ts';
import { readOptions } from '../options.ts';
import { formatSummary, formatText, summarize } from '../report.ts';
import { WrongCommand } from '../wrong-command.ts';

const HELP = `用法：mingbai dev [--port 端口] [--root 文件夹]

在本机预览网站。改动 content/ 或 templates/ 下的文件，网页随即更新，发现的问题显示在网页上方。
按 Ctrl+C 结束。

  --port 端口   网址的端口（默认为 4321）
`;

/** `mingbai dev`: a preview that follows every change, until it is interrupted. */
export const DEV: Command = { help: HELP, run: runDev };

async function runDev(words: readonly string[]): Promise<number> {
  const { values, positionals } = readOptions(words, { port: { type: 'string', default: '4321' } });
  const { port } = values as { port?: string };
  if (positionals.length > 0) throw new WrongCommand('mingbai dev 总是预览全部单位，不用写单位');
  if (!/^\d{1,5}$/.test(port ?? '')) throw new WrongCommand(`--port 应为数字，不能是“${port ?? ''}”`);
  const preview = await startPreview(values.root, Number(port), {
    onCompiled: (site) => process.stderr.write(formatText(site.diagnostics) + formatSummary(summarize(site))),
  });
  process.stdout.write(`预览：${preview.url}（按 Ctrl+C 结束）\n`);
  await new Promise<void>((resolve) => {
    process.once('SIGINT', resolve).once('SIGTERM', resolve);
  });
  await preview.stop();
  return 0;
}
