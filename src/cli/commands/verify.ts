import { X509Certificate } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { CHECKSUMS } from '../../outputs/checksums.ts';
import type { HeldSignature } from '../../outputs/pdf/verify/check-signatures.ts';
import type { Verified } from '../../outputs/pdf/verify/verify-pdf.ts';
import type { Command } from '../command.ts';
import { lines } from '../lines.ts';
import { readOptions } from '../options.ts';
import { WrongCommand } from '../wrong-command.ts';

const HELP = `用法：mingbai verify 文件.pdf [--trust 证书.pem]
      mingbai verify 网站文件夹 [--trust 证书.pem]

核对本程序生成的 PDF，不需要决算的源文件，从网上下载的也可以：每一页的每个字与里面的全文清单、每个数与里面的
数据（figures.json），标签、字体、书签、链接、元数据、附件与生成时的，都应当一致。对不上的，逐条说明在第几页、应为什么。
给的是网站的文件夹（或其中的 ${CHECKSUMS}），就核对里面的每个文件，和 ${CHECKSUMS} 的签名。

“一致”是说文件没有残缺，各部分互相对得上；不能说明是谁公开的。数据指纹（版本说明一页）可以与网站上的
figures.json 对照。“真实”只说签过名的：签名盖到整个文件，验证无误，签名人是证书上写的那一个。证书可不可信，由读者判断：
看颁发者和证书指纹，或用 --trust 给出信得过的（根）证书，不是由它颁发的就不通过。

  --trust 文件   信得过的证书，PEM，可以有几张

退出码：0 一致；1 不一致，或者无从核对；2 命令写法不对
`;

/** `mingbai verify`: a PDF is read back and held against what it brings, a site against the list of its files. */
export const VERIFY: Command = { help: HELP, run: runVerify };

async function runVerify(words: readonly string[]): Promise<number> {
  const { values, positionals } = readOptions(words, { trust: { type: 'string' } });
  const { trust } = values as { trust?: string };
  const [path, ...rest] = positionals;
  if (path === undefined || rest.length > 0) {
    throw new WrongCommand('应写成 mingbai verify 文件.pdf，例如 mingbai verify booklet.pdf');
  }
  const trusted = trust === undefined ? undefined : certificatesIn(trust);
  const folder = siteFolder(path);
  const told = folder === undefined ? await verifyFile(path, trusted) : await verifyFolder(folder, trusted);
  process.stdout.write(lines(told.words));
  return told.holds ? 0 : 1;
}

/** What is said of something, and whether it is as it should be. */
interface Told {
  readonly words: readonly string[];
  readonly holds: boolean;
}

async function verifyFile(path: string, trusted: readonly Uint8Array[] | undefined): Promise<Told> {
  const { verifyPdf } = await import('../../outputs/pdf/verify/verify-pdf.ts');
  const verified = await verifyPdf(read(path), trusted);
  return { words: described(path, verified), holds: verified.faults.length === 0 };
}

async function verifyFolder(folder: string, trusted: readonly Uint8Array[] | undefined): Promise<Told> {
  const { verifySite } = await import('../../outputs/verify-site.ts');
  const { faults, files, signature } = await verifySite(folder, trusted);
  if (faults.length > 0) return { words: [...faults, `不一致：${faults.length} 处`], holds: false };
  const signed = signature === undefined ? [] : signedWords([signature]);
  return { words: [`${folder}：核对了 ${files} 个文件`, '一致', ...signed], holds: true };
}

/** The folder of a site, if that or its list is meant. */
function siteFolder(path: string): string | undefined {
  if (basename(path) === CHECKSUMS) return dirname(resolve(path));
  return statSync(resolve(path), { throwIfNoEntry: false })?.isDirectory() === true
    ? resolve(path)
    : undefined;
}

function read(path: string): Uint8Array {
  try {
    return readFileSync(resolve(path));
  } catch {
    throw new WrongCommand(`没有文件“${path}”，或者读不了`);
  }
}

function certificatesIn(path: string): readonly Uint8Array[] {
  const text = Buffer.from(read(path)).toString();
  const blocks = text.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/gu) ?? [];
  try {
    if (blocks.length > 0) return blocks.map((block) => new X509Certificate(block).raw);
  } catch {
    // Told below, as of a file without any.
  }
  throw new WrongCommand(`“${path}”里没有能读的证书；应为 PEM，以 -----BEGIN CERTIFICATE----- 开头`);
}

function described(
  path: string,
  { faults, producer, counts, savedAnew, signatures = [] }: Verified,
): readonly string[] {
  if (faults.length > 0) {
    const told = faults.map(
      ({ page, message }) => `${path}：${page === undefined ? '' : `第 ${page} 页：`}${message}`,
    );
    return [...told, `不一致：${faults.length} 处`];
  }
  const { pages = 0, characters = 0, figures = 0, files = 0 } = counts ?? {};
  const anew = '文件由别的程序重新保存过，不是生成时的原文件；内容没有变';
  return [
    `${path}：${producer ?? ''} 生成；核对了 ${pages} 页、${characters} 个字、${figures} 处数字、${files} 个附件`,
    ...(savedAnew === true ? [anew] : []),
    '一致',
    ...signedWords(signatures),
  ];
}

function signedWords(signatures: readonly HeldSignature[]): readonly string[] {
  return signatures.flatMap(({ name, issuer, fingerprint, at, trusted }) => {
    const time = at === undefined ? '' : `，签名时间 ${at.toISOString().replace('.000Z', 'Z')}（签名人自称）`;
    const judged =
      trusted === true
        ? '由 --trust 给出的证书认可'
        : '这张证书可不可信，由读者判断：向签名人核对指纹，或用 --trust 给出信得过的证书';
    return [
      `真实：由“${name}”签名${time}`,
      `证书由“${issuer}”颁发，指纹（SHA-256）${fingerprint}；${judged}`,
    ];
  });
}
