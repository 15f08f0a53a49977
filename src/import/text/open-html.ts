import type { Root, RootContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { EXIT, SKIP, visit } from 'unist-util-visit';
import type { GivenFile, Refused } from '../given-file.ts';
import { decodeText } from '../workbook/decode-text.ts';
import { blocksFile } from './blocks-file.ts';
import type { GivenText } from './given-text.ts';
import { blocksIn } from './html-blocks.ts';

/** What pages have around a booklet, and what readers do not see. */
const AROUND =
  /^(?:head|script|style|noscript|template|nav|aside|footer|button|select|option|textarea|svg|iframe|object|img)$/u;

/** The paragraphs and tables of a web page on which a booklet was published. Nothing of it is run or loaded. */
export function openHtml({ name, bytes }: GivenFile): GivenText | Refused {
  const html = decodeText(bytes);
  if (html === undefined)
    return { file: name, refused: '不是网页，或编码不是 UTF-8、GBK；请在浏览器里另存网页' };
  try {
    return blocksFile(name, blocksIn(contentOf(fromHtml(html))));
  } catch (error) {
    // Readers of trees go down into themselves.
    if (error instanceof RangeError)
      return { file: name, refused: '网页一层套一层，读不出来；请在浏览器里另存网页，或复制成文本' };
    throw error;
  }
}

/** What a page is about: the one main part that it names, otherwise all of it. */
function contentOf(page: Root): RootContent[] {
  visit(page, 'element', ({ tagName, properties }, index, parent) => {
    const isHidden = properties['hidden'] !== undefined || properties['dataAux'] !== undefined;
    if (index === undefined || (!isHidden && !AROUND.test(tagName))) return undefined;
    parent?.children.splice(index, 1);
    return [SKIP, index];
  });
  let main: RootContent | undefined;
  visit(page, 'element', (element) => {
    if (element.tagName !== 'main') return undefined;
    main = element;
    return EXIT;
  });
  return main === undefined ? page.children : [main];
}
