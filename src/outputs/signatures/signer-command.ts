import { spawn } from 'node:child_process';
import { Refusal } from '../../workspace/refusal.ts';
import type { Signer } from './signer.ts';

/** Longer than any command takes that does not wait for somebody to type something, in milliseconds. */
const LIMIT = 120_000;

/**
 * Signs by a command of the caller's, for keys that never leave a token, a card or a server: it is given what is to be signed on
 * its standard input, and writes the detached CMS signature as DER to its standard output.
 *
 * @param command as it is typed in a shell
 */
export function commandSigner(command: string): Signer {
  return { sign: (bytes) => run(command, bytes) };
}

function run(command: string, bytes: Uint8Array): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, { shell: true, stdio: ['pipe', 'pipe', 'pipe'], timeout: LIMIT });
    const written: Buffer[] = [];
    const told: Buffer[] = [];
    child.stdout.on('data', (piece: Buffer) => written.push(piece));
    child.stderr.on('data', (piece: Buffer) => told.push(piece));
    // A command may end without reading all that it is given; its exit code tells more.
    child.stdin.on('error', () => undefined);
    child.on('error', (error) => reject(refusal(command, error.message)));
    child.on('close', (code, signal) => {
      const words = Buffer.concat(told).toString().trim();
      if (signal !== null) reject(refusal(command, `被中止（${signal}），或超过 ${LIMIT / 1000} 秒没有结束`));
      else if (code !== 0) reject(refusal(command, `退出码 ${code ?? ''}${words && `：${words}`}`));
      else resolve(Buffer.concat(written));
    });
    child.stdin.end(bytes);
  });
}

function refusal(command: string, why: string): Refusal {
  return new Refusal(
    `签名命令没有成功：${command}\n${why}\n它应当从标准输入读要签的内容，把分离式 CMS 签名（DER）写到标准输出`,
  );
}
