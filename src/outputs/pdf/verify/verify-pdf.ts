import { PDFDocument } from '@cantoo/pdf-lib';
import { FILES } from '../../../compile/published-files.ts';
import { attachedFiles } from '../attached-file.ts';
import { originOf, type Origin } from '../file-identifier.ts';
import { hashOf, stateOf, type DocumentState } from '../manifest/document-state.ts';
import { MANIFEST, MANIFEST_FORMAT, type Manifest } from '../manifest/manifest.ts';
import { checkSignatures, type HeldSignature } from './check-signatures.ts';
import { compareFigures } from './compare-figures.ts';
import { compareFiles } from './compare-files.ts';
import { compareObjects } from './compare-objects.ts';
import { compareText, type Fault } from './compare-text.ts';

/** What was read back from a PDF. */
export interface Verified {
  /** None: all that the file holds fits. */
  readonly faults: readonly Fault[];
  /** The program that made it; undefined where it does not say. */
  readonly producer?: string;
  /** How much was compared. */
  readonly counts?: {
    readonly pages: number;
    readonly characters: number;
    readonly figures: number;
    readonly files: number;
  };
  /** Whether another program has saved it since, with all its content. */
  readonly savedAnew?: boolean;
  /** Whose signatures hold. */
  readonly signatures?: readonly HeldSignature[];
}

/** A PDF that could be read. */
interface Opened {
  readonly bytes: Uint8Array;
  readonly document: PDFDocument;
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/**
 * Reads a PDF of this program back: every character of its pages, every number against the data that it brings, its tags, fonts,
 * links, bookmarks, description and attached files. That they fit each other does not say who made them: that a signature does.
 *
 * @param trusted certificates as DER, by which whoever signed must be known; undefined: that is for the reader to judge
 */
export async function verifyPdf(bytes: Uint8Array, trusted?: readonly Uint8Array[]): Promise<Verified> {
  const opened = await open(bytes);
  if (opened === undefined) return { faults: [{ message: '文件读不出来，不是 PDF 或者已经损坏' }] };
  const manifest = readManifest(opened.files.get(MANIFEST));
  if (typeof manifest === 'string') return { faults: [{ message: manifest }] };
  const { faults, signatures } = await checkSignatures(bytes, opened.document, trusted);
  const origin = originOf(bytes, opened.document);
  const state = readState(opened.document);
  return {
    faults: [...changes(origin, signatures, faults), ...compareContent(manifest, opened, state)],
    producer: manifest.producer,
    counts: countsOf(manifest, state),
    savedAnew: origin === 'saved anew',
    signatures,
  };
}

async function open(bytes: Uint8Array): Promise<Opened | undefined> {
  try {
    const document = await PDFDocument.load(bytes, { updateMetadata: false });
    return { bytes, document, files: attachedFiles(document) };
  } catch {
    return undefined;
  }
}

/** What became of the file as a whole since it was made. */
function changes(
  origin: Origin,
  signatures: readonly HeldSignature[],
  faults: readonly Fault[],
): readonly Fault[] {
  if (origin === 'changed') return [{ message: '文件生成以后改动过：内容与文件标识对不上' }, ...faults];
  const added = origin === 'added to' && signatures.length === 0 && faults.length === 0;
  return added ? [{ message: '文件生成以后又加了内容，加的不是签名' }] : faults;
}

function compareContent(
  manifest: Manifest,
  { document, files }: Opened,
  state: DocumentState | undefined,
): readonly Fault[] {
  return [
    ...(state === undefined
      ? [{ message: '页面或标签的写法不是本程序的，读不出来' }]
      : [...compareObjects(manifest, state, document), ...compareText(manifest.text, state.text)]),
    ...compareFiles(manifest, files),
    ...compareData(manifest, files.get(FILES.figures.path)),
  ];
}

function countsOf(manifest: Manifest, state: DocumentState | undefined): NonNullable<Verified['counts']> {
  return {
    pages: manifest.pages.length,
    characters: state?.text.reduce((sum, { text }) => sum + [...text].length, 0) ?? 0,
    figures: manifest.text.flat().filter((piece) => typeof piece !== 'string').length,
    files: Object.keys(manifest.files).length,
  };
}

/** What is wrong with the manifest, in words, if it cannot be used. */
function readManifest(bytes: Uint8Array | undefined): Manifest | string {
  if (bytes === undefined) return `不是明白账生成的 PDF，或者里面的 ${MANIFEST} 被删去了，无从核对`;
  try {
    const manifest = JSON.parse(new TextDecoder().decode(bytes)) as Manifest;
    if (manifest.format > MANIFEST_FORMAT)
      return `由更新版本的程序（${manifest.producer}）生成，请升级以后再核对`;
    return Array.isArray(manifest.text) && Array.isArray(manifest.pages) ? manifest : `${MANIFEST} 不完整`;
  } catch {
    return `${MANIFEST} 已经损坏，读不出来`;
  }
}

function readState(document: PDFDocument): DocumentState | undefined {
  try {
    return stateOf(document);
  } catch {
    return undefined;
  }
}

/** The last page states the hash of the figures, so that a file from the web can be held against it. */
function compareData(manifest: Manifest, figures: Uint8Array | undefined): readonly Fault[] {
  if (figures === undefined) return [];
  const hash = hashOf(figures);
  const isStated = manifest.text.some((pieces) => pieces.some((piece) => piece.includes(hash)));
  const stated = isStated ? [] : [{ message: '版本说明里的数据指纹不是附件 figures.json 的' }];
  return [...stated, ...compareFigures(manifest.text, figures)];
}
