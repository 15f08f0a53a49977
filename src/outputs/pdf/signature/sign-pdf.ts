import { SignPdf } from '@signpdf/signpdf';
import { Signer as PdfSigner, SignPdfError } from '@signpdf/utils';
import type { Signer } from '../../signatures/signer.ts';
import { Refusal } from '../../../workspace/refusal.ts';
import { addSignatureField, type SignatureDetails } from './signature-field.ts';

/** Signs a PDF as PAdES lays down (ETSI EN 319 142-1): what it held stays as it is, and all of it is signed. */
export async function signPdf(
  bytes: Uint8Array,
  signer: Signer,
  details: SignatureDetails,
): Promise<Uint8Array> {
  const prepared = await addSignatureField(bytes, details);
  try {
    return await new SignPdf().sign(Buffer.from(prepared), new Adapter(signer));
  } catch (error) {
    if (error instanceof SignPdfError)
      throw new Refusal(`签名放不进 PDF：${error.message}`, { cause: error });
    throw error;
  }
}

/** A signer as the library calls it. */
class Adapter extends PdfSigner {
  private readonly signer: Signer;

  constructor(signer: Signer) {
    super();
    this.signer = signer;
  }

  override async sign(bytes: Buffer): Promise<Buffer> {
    return Buffer.from(await this.signer.sign(bytes));
  }
}
