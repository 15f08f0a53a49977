import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Refusal } from '../workspace/refusal.ts';
import { CHECKSUMS, CHECKSUMS_SIGNATURE, compareChecksums } from './checksums.ts';
import { heldSignature, type HeldSignature } from './pdf/verify/check-signatures.ts';

/** What was found in a site that was held against the list of its files. */
export interface VerifiedSite {
  /** In words; none: all is as listed, and the signature holds, if there is one. */
  readonly faults: readonly string[];
  readonly files: number;
  readonly signature?: HeldSignature;
}

/**
 * Holds a site against the list of its files, and the list against its signature, if it has one.
 *
 * @param trusted certificates as DER, by which whoever signed must be known; undefined: that is for the reader to judge
 * @throws Refusal if the folder has no list
 */
export async function verifySite(folder: string, trusted?: readonly Uint8Array[]): Promise<VerifiedSite> {
  if (!existsSync(join(folder, CHECKSUMS)))
    throw new Refusal(`${folder} 里没有 ${CHECKSUMS}，无从核对；请给出网站的文件夹，或一个 PDF`);
  const list = await readFile(join(folder, CHECKSUMS));
  const files = list.toString().split('\n').length - 1;
  const faults = await compareChecksums(folder);
  const file = join(folder, CHECKSUMS_SIGNATURE);
  if (!existsSync(file)) {
    const unsigned =
      trusted === undefined ? [] : [`${CHECKSUMS} 没有签名（缺 ${CHECKSUMS_SIGNATURE}），不能说明是谁公开的`];
    return { faults: [...faults, ...unsigned], files };
  }
  const signature = await heldSignature(await readFile(file), list, undefined, trusted);
  if (typeof signature === 'string')
    return { faults: [...faults, `${CHECKSUMS_SIGNATURE}：${signature}`], files };
  return { faults, files, signature };
}
