import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A run of text on a page: where it stands and how large it is set, in points. */
export interface PlacedText {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** From the lower edge of the page. */
  readonly bottom: number;
  readonly size: number;
}

/** A page as a reader's program finds it. */
export interface ReadPage {
  readonly width: number;
  readonly height: number;
  /** All its text without spaces, in the order of drawing. */
  readonly text: string;
  readonly placed: readonly PlacedText[];
}

/** A bookmark and the page, counted from 1, that it leads to. */
export interface ReadBookmark {
  readonly title: string;
  readonly level: number;
  readonly page: number;
}

type Document = Awaited<ReturnType<typeof getDocument>['promise']>;
type OutlineItems = Awaited<ReturnType<Document['getOutline']>>;

export async function readPdf(bytes: Uint8Array) {
  const document = await getDocument({ data: bytes.slice(), verbosity: 0 }).promise;
  const pages: ReadPage[] = [];
  const links: string[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    pages.push(await readPage(document, number));
    links.push(...(await readLinks(document, number)));
  }
  const bookmarks = await readBookmarks(document, await document.getOutline(), 0);
  const { info, metadata } = await document.getMetadata();
  const marks: unknown = await document.getMarkInfo();
  const marked = marks instanceof Map && marks.get('Marked') === true;
  return {
    pages,
    links,
    bookmarks,
    info: { ...info } as Readonly<Record<string, unknown>>,
    metadata,
    marked,
  };
}

/** The files that are attached to a PDF, as texts by their names. */
export async function attachedTexts(bytes: Uint8Array): Promise<Readonly<Record<string, string>>> {
  const document = await getDocument({ data: bytes.slice(), verbosity: 0 }).promise;
  const files = [...((await document.getAttachments()) ?? [])];
  const texts = files.map(async ([id, { filename }]) => {
    const content: unknown = await document.getAttachmentContent(id);
    return [filename, new TextDecoder().decode(content as Uint8Array)] as const;
  });
  return Object.fromEntries(await Promise.all(texts));
}

/** The text without any spaces, as texts are compared here. */
export function unspaced(text: string): string {
  return text.replace(/\s/gu, '');
}

async function readPage(document: Document, number: number): Promise<ReadPage> {
  const page = await document.getPage(number);
  const { width, height } = page.getViewport({ scale: 1 });
  const { items } = await page.getTextContent();
  const placed = items.flatMap((item) => {
    if (!('str' in item) || unspaced(item.str) === '') return [];
    const [size = 0, , , , left = 0, bottom = 0] = item.transform as readonly number[];
    return [{ text: unspaced(item.str), left, right: left + item.width, bottom, size: Math.abs(size) }];
  });
  return { width, height, placed, text: placed.map(({ text }) => text).join('') };
}

/** Address and description of each link of a page, e.g. `#part-tables 第四部分`. */
async function readLinks(document: Document, number: number): Promise<readonly string[]> {
  const annotations = (await (await document.getPage(number)).getAnnotations()) as readonly {
    readonly url?: string;
    readonly dest?: string;
    readonly contentsObj?: { readonly str: string };
  }[];
  return annotations.map(({ url, dest = '', contentsObj }) => {
    const address = url ?? `#${decodeURIComponent(dest)}`;
    return `${address} ${contentsObj?.str ?? ''}`;
  });
}

async function readBookmarks(
  document: Document,
  items: OutlineItems,
  level: number,
): Promise<readonly ReadBookmark[]> {
  const bookmarks: ReadBookmark[] = [];
  for (const { title, dest, items: children } of items) {
    const [reference] = Array.isArray(dest)
      ? (dest as readonly Parameters<Document['getPageIndex']>[0][])
      : [];
    if (reference === undefined) throw new Error(`bookmark without a page: ${title}`);
    bookmarks.push({ title, level, page: (await document.getPageIndex(reference)) + 1 });
    bookmarks.push(...(await readBookmarks(document, children as OutlineItems, level + 1)));
  }
  return bookmarks;
}
