import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Signer } from '../../outputs/signatures/signer.ts';
import { sourceDate } from '../../outputs/source-date.ts';
import type { Command } from '../command.ts';
import { lines } from '../lines.ts';
import { readOptions } from '../options.ts';
import { openProgress } from '../progress.ts';
import { WrongCommand } from '../wrong-command.ts';

const PASSPHRASE = 'MINGBAI_KEY_PASSPHRASE';

const HELP = `用法：mingbai sign --key 文件.p12 [--out 文件夹] [--root 文件夹]
      mingbai sign --signer 命令   [--out 文件夹] [--root 文件夹]

给生成好的网站签名：每个还没有签名的 PDF（PAdES，Adobe Reader 等可以验证），和列有全部文件指纹的 SHA256SUMS（签名在
SHA256SUMS.p7s）。先核对每个 PDF，与生成时不一致的不签。签完以前原来的网站保持不变；签过的 PDF 内容一个字节不改，签名加在后面。
重新生成的 PDF 没有签名，要再签一次；只生成一部分时，保留下来的 PDF 仍有签名。

  --key 文件      带私钥和证书的 PKCS#12 文件（.p12、.pfx），RSA 或 ECDSA；口令只从环境变量 ${PASSPHRASE} 里读
  --signer 命令   私钥在 U 盾、加密机里的，用一个命令签：要签的内容从它的标准输入给它，它把分离式 CMS 签名（DER）写到
                  标准输出，例如 'openssl cms -sign -binary -cades -signer cert.pem -inkey key.pem -outform DER'
  --out 文件夹    生成好的网站（默认为 --root 下的 dist）

签名时间是现在，或环境变量 SOURCE_DATE_EPOCH（1970 年以来的秒数）。国密 SM2 的密钥不能用。
签过以后用 mingbai verify 核对；读者怎样验证，见编辑手册“签名”一节。
`;

/** `mingbai sign`: signs the PDFs of a built site, and the list of its files. */
export const SIGN: Command = { help: HELP, run: runSign };

async function runSign(words: readonly string[]): Promise<number> {
  const { values, positionals } = readOptions(words, {
    key: { type: 'string' },
    signer: { type: 'string' },
    out: { type: 'string' },
  });
  const { key, signer, out } = values as { key?: string; signer?: string; out?: string };
  if (positionals.length > 0 || (key === undefined) === (signer === undefined))
    throw new WrongCommand('应写成 mingbai sign --key 文件.p12，或 mingbai sign --signer 命令，两者写一个');
  const target = out === undefined ? resolve(values.root, 'dist') : resolve(out);
  const who = await (key === undefined ? byCommand(signer ?? '') : byKey(key));
  const { signSite } = await import('../../outputs/sign-site.ts');
  const progress = await openProgress();
  const { pdfs, before } = await signSite(target, who, signingTime(), progress.show).finally(progress.end);
  const kept = before === 0 ? '' : `，${before} 个已有签名，没有动`;
  process.stdout.write(lines([`已签名 ${target}：${pdfs} 个 PDF${kept}，和 SHA256SUMS`]));
  return 0;
}

async function byCommand(command: string): Promise<Signer> {
  const { commandSigner } = await import('../../outputs/signatures/signer-command.ts');
  return commandSigner(command);
}

async function byKey(path: string): Promise<Signer> {
  const { keySigner } = await import('../../outputs/signatures/cms.ts');
  const { openSigningKey } = await import('../../outputs/signatures/signing-key.ts');
  return keySigner(openSigningKey(read(path), process.env[PASSPHRASE] ?? ''));
}

function read(path: string): Uint8Array {
  try {
    return readFileSync(resolve(path));
  } catch {
    throw new WrongCommand(`没有密钥文件“${path}”，或者读不了`);
  }
}

/** A signature says when it was made: now, unless whoever builds asks for a time of theirs. */
function signingTime(): Date {
  return sourceDate(process.env['SOURCE_DATE_EPOCH']) ?? new Date();
}
