import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFString } from '@cantoo/pdf-lib';
import {
  ANNOTATION_FLAGS,
  DEFAULT_BYTE_RANGE_PLACEHOLDER,
  SIG_FLAGS,
  SUBFILTER_ETSI_CADES_DETACHED,
} from '@signpdf/utils';

/** What a signature states of itself. */
export interface SignatureDetails {
  /** When, as the signer claims. */
  readonly at: Date;
  /** How many bytes are kept free for it. */
  readonly room: number;
}

/** Outside of the page: the field shows nothing, and readers that list signatures list it all the same. */
const NOWHERE = [-1, -1, -1, -1];

/**
 * Adds an empty field for a signature behind what a PDF holds, which stays byte by byte as it is (an incremental update,
 * ISO 32000-1, 7.5.6), as PDF/A-3 and PDF/UA-1 allow.
 */
export async function addSignatureField(bytes: Uint8Array, details: SignatureDetails): Promise<Uint8Array> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false, forIncrementalUpdate: true });
  const { context, catalog } = document;
  const [page] = document.getPages();
  if (page === undefined) throw new Error('A PDF has pages.');
  const form = catalog.lookupMaybe(PDFName.of('AcroForm'), PDFDict);
  const before = form?.lookupMaybe(PDFName.of('Fields'), PDFArray)?.asArray() ?? [];
  const field = context.register(
    context.obj({
      Type: 'Annot',
      Subtype: 'Widget',
      FT: 'Sig',
      T: PDFHexString.fromText(before.length === 0 ? '签名' : `签名${before.length + 1}`),
      TU: PDFHexString.fromText('数字签名'),
      F: ANNOTATION_FLAGS.PRINT,
      Rect: NOWHERE,
      P: page.ref,
      V: context.register(signature(document, details)),
    }),
  );
  catalog.set(
    PDFName.of('AcroForm'),
    context.obj({ SigFlags: SIG_FLAGS.SIGNATURES_EXIST | SIG_FLAGS.APPEND_ONLY, Fields: [...before, field] }),
  );
  const annotations = page.node.lookupMaybe(PDFName.of('Annots'), PDFArray)?.asArray() ?? [];
  page.node.set(PDFName.of('Annots'), context.obj([...annotations, field]));
  page.node.set(PDFName.of('Tabs'), PDFName.of('S'));
  return document.commit();
}

/** Whether an annotation is the field of a signature that shows nothing. */
export function isSignatureField(annotation: PDFDict): boolean {
  return annotation.lookup(PDFName.of('FT')) === PDFName.of('Sig') && !annotation.has(PDFName.of('AP'));
}

/** In this order: what signs looks for its place behind the range of what is signed. */
function signature({ context }: PDFDocument, { at, room }: SignatureDetails): PDFDict {
  const open = PDFName.of(DEFAULT_BYTE_RANGE_PLACEHOLDER);
  return context.obj({
    Type: 'Sig',
    Filter: 'Adobe.PPKLite',
    SubFilter: SUBFILTER_ETSI_CADES_DETACHED,
    ByteRange: [0, open, open, open],
    Contents: PDFHexString.of('0'.repeat(2 * room)),
    M: PDFString.of(`D:${at.toISOString().replaceAll(/\D/gu, '').slice(0, 14)}Z`),
  });
}
