import { resolve } from 'node:path';
import { mergeParts } from '../../outputs/shards/merge-parts.ts';
import type { Command } from '../command.ts';
import { lines } from '../lines.ts';
import { outputOf } from '../output-of.ts';
import { readOptions } from '../options.ts';
import { openProgress } from '../progress.ts';
import { formatText } from '../report.ts';
import { WrongCommand } from '../wrong-command.ts';

const HELP = `用法：mingbai merge 文件夹… [--out 文件夹] [--draft] [--root 文件夹]

把 mingbai build --shard 在各台机器上生成的各份合成一个网站，与一次全部生成的一字不差。
各份要用同一份输入、同一个版本的程序生成；缺了哪一份、多了哪一份，会指出来，原来的输出保持不变。

  --out 文件夹   输出到哪里（默认为 --root 下的 dist，草稿为 dist-draft）
  --draft       各份是用 build --draft 生成的草稿
`;

/** `mingbai merge`: a site from the parts that several builds have made. */
export const MERGE: Command = { help: HELP, run: runMerge };

interface Values {
  readonly root: string;
  readonly out?: string;
  readonly draft?: boolean;
}

async function runMerge(words: readonly string[]): Promise<number> {
  const { values, positionals } = readOptions(words, {
    out: { type: 'string' },
    draft: { type: 'boolean', default: false },
  });
  const { root, out, draft = false } = values as Values;
  if (positionals.length === 0) throw new WrongCommand('请写出各份所在的文件夹，例如 mingbai merge part-*');
  const started = performance.now();
  const target = outputOf(root, out, draft);
  const progress = await openProgress();
  const folders = positionals.map((folder) => resolve(folder));
  const merged = await mergeParts(folders, target, draft, progress.show).finally(progress.end);
  process.stderr.write(formatText(merged.diagnostics));
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  process.stdout.write(
    lines([
      `已生成 ${target}：由 ${folders.length} 份合成，${merged.units} 个单位，${merged.booklets} 本决算，用时 ${seconds} 秒`,
    ]),
  );
  return 0;
}
