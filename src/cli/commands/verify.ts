import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Verified } from '../../outputs/pdf/verify/verify-pdf.ts';
import type { Command } from '../command.ts';
import { lines } from '../lines.ts';
import { readOptions } from '../options.ts';
import { WrongCommand } from '../wrong-command.ts';

const HELP = `用法：mingbai verify 文件.pdf

核对本程序生成的 PDF，不需要决算的源文件，从网上下载的也可以：每一页的每个字与里面的全文清单、每个数与里面的
数据（figures.json），标签、字体、元数据、附件与生成时的，都应当一致。对不上的，逐条说明在第几页、应为什么。

“一致”是说文件没有残缺，各部分互相对得上；不能说明是谁公开的。数据指纹（版本说明一页）可以与网站上的
figures.json 对照。

退出码：0 一致；1 不一致，或者无从核对；2 命令写法不对
`;

/** `mingbai verify`: a PDF is read back and held against what it brings. */
export const VERIFY: Command = { help: HELP, run: runVerify };

async function runVerify(words: readonly string[]): Promise<number> {
  const { positionals } = readOptions(words, {});
  const [path, ...rest] = positionals;
  if (path === undefined || rest.length > 0) {
    throw new WrongCommand('应写成 mingbai verify 文件.pdf，例如 mingbai verify booklet.pdf');
  }
  const bytes = await read(path);
  const { verifyPdf } = await import('../../outputs/pdf/verify/verify-pdf.ts');
  const verified = await verifyPdf(bytes);
  process.stdout.write(lines(described(path, verified)));
  return verified.faults.length === 0 ? 0 : 1;
}

async function read(path: string): Promise<Uint8Array> {
  try {
    return await readFile(resolve(path));
  } catch {
    throw new WrongCommand(`没有文件“${path}”，或者读不了`);
  }
}

function described(path: string, { faults, producer, counts }: Verified): readonly string[] {
  if (faults.length > 0) {
    const told = faults.map(
      ({ page, message }) => `${path}：${page === undefined ? '' : `第 ${page} 页：`}${message}`,
    );
    return [...told, `不一致：${faults.length} 处`];
  }
  const { pages = 0, characters = 0, figures = 0, files = 0 } = counts ?? {};
  return [
    `${path}：${producer ?? ''} 生成；核对了 ${pages} 页、${characters} 个字、${figures} 处数字、${files} 个附件`,
    '一致',
  ];
}
