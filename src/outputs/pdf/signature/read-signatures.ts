import { PDFArray, PDFDict, PDFName, PDFNumber } from '@cantoo/pdf-lib';
import type { PDFDocument, PDFObject, PDFString } from '@cantoo/pdf-lib';
import { isTextObject } from '../text-object.ts';
import { isSignatureField } from './signature-field.ts';

/** A signature as it stands in a PDF. */
export interface PdfSignature {
  /** The CMS signature, with zeroes behind it. */
  readonly contents: Uint8Array;
  /** What it is said to sign: from where, how much, from where, how much. */
  readonly range: readonly number[];
  /** When it was made, as the signer claims; undefined where that is not said. */
  readonly at: Date | undefined;
}

/** The signatures of a PDF; in words what is wrong where there are fields of other kinds. */
export function readSignatures({ catalog }: PDFDocument): readonly PdfSignature[] | string {
  const fields = catalog
    .lookupMaybe(PDFName.of('AcroForm'), PDFDict)
    ?.lookupMaybe(PDFName.of('Fields'), PDFArray);
  const found: PdfSignature[] = [];
  for (let index = 0; index < (fields?.size() ?? 0); index += 1) {
    const field = fields?.lookup(index);
    if (!(field instanceof PDFDict && isSignatureField(field))) return '有表单域，本程序生成的 PDF 没有';
    const value = field.lookup(PDFName.of('V'));
    if (value instanceof PDFDict) found.push(readSignature(value));
  }
  return found;
}

function readSignature(value: PDFDict): PdfSignature {
  const contents = value.lookup(PDFName.of('Contents'));
  const range = value.lookup(PDFName.of('ByteRange'));
  return {
    contents: isTextObject(contents) ? contents.asBytes() : new Uint8Array(),
    range:
      range instanceof PDFArray
        ? range.asArray().map((one) => (one instanceof PDFNumber ? one.asNumber() : NaN))
        : [],
    at: momentOf(value.lookup(PDFName.of('M'))),
  };
}

function momentOf(text: PDFObject | undefined): Date | undefined {
  if (!isTextObject(text)) return undefined;
  try {
    return (text as PDFString).decodeDate();
  } catch {
    return undefined;
  }
}

/** The bytes that a signature signs, all but the signature itself; in words why it does not sign as it must. */
export function signedBytes(file: Uint8Array, { range, contents }: PdfSignature): Uint8Array | string {
  const [from = NaN, before = NaN, after = NaN, rest = NaN] = range;
  const end = after + rest;
  if (
    range.length !== 4 ||
    from !== 0 ||
    !(0 < before && before < after && after <= end && end <= file.length)
  )
    return '签名所说的范围不对';
  const hexadecimal = Buffer.from(file.subarray(before, after)).toString('latin1');
  // Nothing but the signature itself may stand where nothing is signed.
  if (hexadecimal.toLowerCase() !== `<${Buffer.from(contents).toString('hex')}>`)
    return '签名没有盖到全部内容：中间有没签的部分';
  return Buffer.concat([file.subarray(0, before), file.subarray(after, end)]);
}

/** How much of a file, from its beginning, a signature is about. */
export function signedLength({ range }: PdfSignature): number {
  const [, , after = 0, rest = 0] = range;
  return after + rest;
}
