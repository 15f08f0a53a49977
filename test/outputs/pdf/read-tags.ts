import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Content } from '../../../src/outputs/pdf/tags/tag.ts';
import { unspaced } from './read-pdf.ts';

/** The text of each piece of content that a tag holds, without spaces, as a reader's program finds it. */
export async function readContentTexts(bytes: Uint8Array): Promise<ReadonlyMap<string, string>> {
  const document = await getDocument({ data: bytes.slice(), verbosity: 0 }).promise;
  const texts = new Map<string, string>();
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent({ includeMarkedContent: true });
    const open: (string | undefined)[] = [];
    for (const item of items) {
      if (!('str' in item)) {
        if (item.type === 'endMarkedContent') open.pop();
        else open.push((item as { readonly id?: string }).id);
        continue;
      }
      const id = open.findLast((one) => one !== undefined);
      if (id !== undefined) texts.set(id, (texts.get(id) ?? '') + unspaced(item.str));
    }
  }
  return texts;
}

/** By which the content of a tag is found there. */
export function contentKey({ page, mcid }: Content): string {
  return `p${page.objectNumber}R_mc${mcid}`;
}
