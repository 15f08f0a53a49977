import { constants, existsSync } from 'node:fs';
import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bookletOfPdf } from '../compile/published-files.ts';
import { filesBelow } from '../workspace/files-below.ts';
import { MARKER } from '../workspace/output-marker.ts';
import { Refusal } from '../workspace/refusal.ts';
import { CHECKSUMS, CHECKSUMS_SIGNATURE, writeChecksums } from './checksums.ts';
import { fillFileSizes } from './file-sizes.ts';
import { inNewOutput } from './new-output.ts';
import { signPdf } from './pdf/signature/sign-pdf.ts';
import { verifyPdf } from './pdf/verify/verify-pdf.ts';
import type { Signer } from './signatures/signer.ts';

/** What was signed. */
export interface SignedSite {
  readonly pdfs: number;
  /** PDFs that had a signature already, and keep it. */
  readonly before: number;
}

/** What is reserved in a PDF beyond what a first signature takes, in bytes: times and answers of services differ in length. */
const SPARE = 1024;

/**
 * Signs a built site: each PDF, of a booklet or a part of it, that has no signature yet, and the list of all files, which has
 * the hashes of the signed PDFs. The old output stays until all of it is done. Only what fits is signed.
 *
 * @param out absolute path of the output
 * @param at when it is signed
 * @throws Refusal if the folder is no built site, or a PDF of it is not as it was made
 */
export async function signSite(
  out: string,
  signer: Signer,
  at: Date,
  onProgress: (text: string) => void,
): Promise<SignedSite> {
  if (!existsSync(join(out, MARKER)))
    throw new Refusal(`${out} 不是生成好的网站；请先运行 mingbai build，或用 --out 指明`);
  const trial = await signer.sign(new TextEncoder().encode('mingbai'));
  const details = { at, room: trial.length + SPARE };
  return inNewOutput(out, true, async ({ path }) => {
    await cp(out, path, { recursive: true, mode: constants.COPYFILE_FICLONE });
    const files = (await filesBelow(path)).filter((name) => bookletOfPdf(name) !== undefined);
    const signed = new Set<string>();
    let pdfs = 0;
    for (const [index, name] of files.entries()) {
      onProgress(`签名 ${index + 1}/${files.length}`);
      const file = join(path, name);
      const bytes = await readFile(file);
      if (await isSigned(name, bytes)) continue;
      await writeFile(file, await signPdf(bytes, signer, details));
      signed.add(bookletOfPdf(name) ?? '');
      pdfs += 1;
    }
    for (const folder of signed) await fillFileSizes(join(path, folder, 'index.html'));
    await writeChecksums(path);
    await writeFile(
      join(path, CHECKSUMS_SIGNATURE),
      await signer.sign(await readFile(join(path, CHECKSUMS))),
    );
    return { pdfs, before: files.length - pdfs };
  });
}

/** Whether a PDF that fits has a signature. */
async function isSigned(name: string, bytes: Uint8Array): Promise<boolean> {
  const { faults, signatures = [] } = await verifyPdf(bytes);
  const [fault] = faults;
  if (fault === undefined) return signatures.length > 0;
  throw new Refusal(`${name} 与生成时不一致，没有签名：${fault.message}；请重新运行 mingbai build，再签名`);
}
