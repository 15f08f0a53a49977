import type { PDFDocument } from '@cantoo/pdf-lib';
import { isTrusted, verifyCms } from '../../signatures/verify-cms.ts';
import { outOfForce, signerWords, type SignerWords } from '../../signatures/signed-by.ts';
import {
  readSignatures,
  signedBytes,
  signedLength,
  type PdfSignature,
} from '../signature/read-signatures.ts';
import type { Fault } from './compare-text.ts';

/** A signature that holds. */
export interface HeldSignature extends SignerWords {
  /** When it was made, as the signer claims. */
  readonly at: Date | undefined;
  /** Whether its certificate was given out by one of those that the reader trusts; undefined: the reader named none. */
  readonly trusted: boolean | undefined;
}

/** What the signatures of a file are worth. */
export interface CheckedSignatures {
  readonly faults: readonly Fault[];
  readonly signatures: readonly HeldSignature[];
}

/**
 * Checks the signatures of a PDF: that each holds, and that one of them is about the whole file.
 *
 * @param trusted certificates as DER, by which signers must be known; undefined: that is for the reader to judge
 */
export async function checkSignatures(
  file: Uint8Array,
  document: PDFDocument,
  trusted: readonly Uint8Array[] | undefined,
): Promise<CheckedSignatures> {
  const found = readSignatures(document);
  if (typeof found === 'string') return { faults: [{ message: found }], signatures: [] };
  const checked = await Promise.all(found.map((signature) => check(file, signature, trusted)));
  const faults = checked.filter((one) => typeof one === 'string').map((message) => ({ message }));
  const longest = Math.max(0, ...found.map(signedLength));
  const behind: readonly Fault[] =
    found.length > 0 && longest !== file.length
      ? [{ message: `签名以后文件又加了内容：后面的 ${file.length - longest} 个字节没有签名` }]
      : [];
  const untrusted =
    trusted !== undefined && found.length === 0 ? [{ message: '文件没有签名，不能说明是谁公开的' }] : [];
  return {
    faults: [...faults, ...behind, ...untrusted],
    signatures: checked.filter((one) => typeof one !== 'string'),
  };
}

async function check(
  file: Uint8Array,
  signature: PdfSignature,
  trusted: readonly Uint8Array[] | undefined,
): Promise<HeldSignature | string> {
  const bytes = signedBytes(file, signature);
  if (typeof bytes === 'string') return bytes;
  return heldSignature(signature.contents, bytes, signature.at, trusted);
}

/** A detached signature that is of some bytes and of a certificate in force; in words why it is not. */
export async function heldSignature(
  contents: Uint8Array,
  bytes: Uint8Array,
  at: Date | undefined,
  trusted: readonly Uint8Array[] | undefined,
): Promise<HeldSignature | string> {
  const signed = await verifyCms(contents, bytes);
  if (typeof signed === 'string') return signed;
  const words = signerWords(signed.certificate);
  const old = at && outOfForce(signed.certificate, at);
  if (old !== undefined) return old;
  if (trusted === undefined) return { ...words, at, trusted };
  if (await isTrusted(signed, trusted, at ?? new Date())) return { ...words, at, trusted: true };
  return `签名人“${words.name}”的证书由“${words.issuer}”颁发，不在 --trust 给出的之列`;
}
