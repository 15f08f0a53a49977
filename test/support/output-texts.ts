import { unzipSync } from 'fflate';
import { fromHtml } from 'hast-util-from-html';
import { toString } from 'hast-util-to-string';
import { SKIP, visit } from 'unist-util-visit';
import { CHECKSUMS } from '../../src/outputs/checksums.ts';
import { differences, treeOf } from './folder-tree.ts';

/**
 * The files of an output by what they say: the text of pages, the texts of Word files as they are laid out, the parts of workbooks, all others
 * whole. Sizes and fingerprints of files say nothing; the files of the search are one.
 */
export function textsOf(folder: string): ReadonlyMap<string, Buffer> {
  const texts = new Map<string, Buffer>();
  for (const [path, bytes] of treeOf(folder)) {
    if (/^(?:\.|_astro\/)/.test(path) || path === CHECKSUMS) continue;
    const known = /^search\/.*json$/.test(path) ? 'search/index.json' : path;
    const before = texts.get(known);
    const text = Buffer.from(saidBy(path, bytes));
    texts.set(known, before ? Buffer.concat([before, text]) : text);
  }
  return texts;
}

/** The paths at which two outputs say something else. */
export function differentTexts(
  one: ReadonlyMap<string, Buffer>,
  other: ReadonlyMap<string, Buffer>,
): readonly string[] {
  return [...differences(one, other)].sort();
}

function saidBy(path: string, bytes: Buffer): string | Buffer {
  if (path.endsWith('.html')) return pageText(bytes.toString());
  if (path === 'catalog.json') return bytes.toString().replaceAll(/.*"dcat:byteSize".*\n/g, '');
  if (path.endsWith('.docx')) return partOf(bytes, (name) => name === 'word/document.xml');
  return path.endsWith('.xlsx') ? partOf(bytes, () => true) : bytes;
}

function partOf(bytes: Buffer, wanted: (name: string) => boolean): string {
  const parts = Object.entries(unzipSync(bytes)).filter(([name]) => wanted(name));
  return parts.map(([name, part]) => `${name}\n${Buffer.from(part).toString()}`).join('\n');
}

function pageText(html: string): string {
  const root = fromHtml(html);
  visit(root, 'element', (node, index, parent) => {
    const aside = ['script', 'style'].includes(node.tagName) || node.properties['dataFile'] !== undefined;
    if (!aside || index === undefined || parent === undefined) return undefined;
    parent.children.splice(index, 1);
    return [SKIP, index];
  });
  return toString(root).replaceAll(/\s+/g, ' ');
}
