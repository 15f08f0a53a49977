import { PDFDocument } from '@cantoo/pdf-lib';
import { FILES } from '../../../compile/published-files.ts';
import { attachedFiles } from '../attached-file.ts';
import { hasItsIdentifier } from '../file-identifier.ts';
import { hashOf, stateOf, type DocumentState } from '../manifest/document-state.ts';
import { MANIFEST, MANIFEST_FORMAT, type Manifest } from '../manifest/manifest.ts';
import { compareFigures } from './compare-figures.ts';
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
}

/**
 * Reads a PDF of this program back: every character of its pages, every number against the data that it brings, its tags, fonts,
 * description and attached files. Says that they fit each other, not who made them: that only a signature could.
 */
export async function verifyPdf(bytes: Uint8Array): Promise<Verified> {
  let document: PDFDocument;
  let files: ReadonlyMap<string, Uint8Array>;
  try {
    document = await PDFDocument.load(bytes, { updateMetadata: false });
    files = attachedFiles(document);
  } catch {
    return { faults: [{ message: '文件读不出来，不是 PDF 或者已经损坏' }] };
  }
  const manifest = readManifest(files.get(MANIFEST));
  if (typeof manifest === 'string') return { faults: [{ message: manifest }] };
  const changed: readonly Fault[] = hasItsIdentifier(bytes)
    ? []
    : [{ message: '文件生成以后改动过：内容与文件标识对不上' }];
  const state = readState(document);
  const faults = [
    ...changed,
    ...(state === undefined
      ? [{ message: '页面或标签的写法不是本程序的，读不出来' }]
      : [...comparePages(manifest, state), ...compareText(manifest.text, state.text)]),
    ...compareFiles(manifest, files),
    ...compareData(manifest, files.get(FILES.figures.path)),
  ];
  const texts = manifest.text.flat();
  const counts = {
    pages: manifest.pages.length,
    characters: state?.text.reduce((sum, { text }) => sum + [...text].length, 0) ?? 0,
    figures: texts.filter((piece) => typeof piece !== 'string').length,
    files: Object.keys(manifest.files).length,
  };
  return { faults, producer: manifest.producer, counts };
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

function comparePages(manifest: Manifest, state: DocumentState): readonly Fault[] {
  const { length } = manifest.pages;
  const pages = manifest.pages.flatMap(({ furniture, drawing }, index): readonly Fault[] => {
    const found = state.pages[index];
    const page = index + 1;
    if (found === undefined) return [{ page, message: '缺这一页' }];
    if (found.furniture !== furniture) {
      return [{ page, message: `页眉页脚应为“${furniture}”，实为“${found.furniture}”` }];
    }
    return found.drawing === drawing ? [] : [{ page, message: '这一页画的与生成时不一样' }];
  });
  const whole: readonly (readonly [string, boolean])[] = [
    [`应有${length}页，实有${state.pages.length}页`, state.pages.length === length],
    ['标签（无障碍结构）与生成时不一样', state.tags === manifest.tags],
    ['元数据（XMP）与生成时不一样', state.description === manifest.description],
    ['嵌入的字体与生成时不一样', sameEntries(state.fonts, manifest.fonts)],
  ];
  return [...pages, ...whole.flatMap(([message, holds]) => (holds ? [] : [{ message }]))];
}

function sameEntries(
  one: Readonly<Record<string, string>>,
  other: Readonly<Record<string, string>>,
): boolean {
  return JSON.stringify(Object.entries(one)) === JSON.stringify(Object.entries(other));
}

function compareFiles(manifest: Manifest, files: ReadonlyMap<string, Uint8Array>): readonly Fault[] {
  const expected = new Map(Object.entries(manifest.files));
  const stated = [...expected].flatMap(([name, hash]): readonly Fault[] => {
    const bytes = files.get(name);
    if (bytes === undefined) return [{ message: `缺附件 ${name}` }];
    return hashOf(bytes) === hash ? [] : [{ message: `附件 ${name} 与生成时不一样` }];
  });
  const others = [...files.keys()].filter((name) => name !== MANIFEST && !expected.has(name));
  return [...stated, ...others.map((name) => ({ message: `多出附件 ${name}` }))];
}

/** The last page states the hash of the figures, so that a file from the web can be held against it. */
function compareData(manifest: Manifest, figures: Uint8Array | undefined): readonly Fault[] {
  if (figures === undefined) return [];
  const hash = hashOf(figures);
  const isStated = manifest.text.some((pieces) => pieces.some((piece) => piece.includes(hash)));
  const stated = isStated ? [] : [{ message: '版本说明里的数据指纹不是附件 figures.json 的' }];
  return [...stated, ...compareFigures(manifest.text, figures)];
}
