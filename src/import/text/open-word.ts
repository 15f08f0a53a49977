import { fromHtml } from 'hast-util-from-html';
import type { GivenFile, Refused } from '../given-file.ts';
import { blocksFile } from './blocks-file.ts';
import type { GivenText } from './given-text.ts';
import { blocksIn } from './html-blocks.ts';

/** The paragraphs and tables of a .docx file. Pictures are left out. */
export async function openWord({ name, bytes }: GivenFile): Promise<GivenText | Refused> {
  const { default: mammoth } = await import('mammoth');
  try {
    const convertImage = mammoth.images.imgElement(() => Promise.resolve({ src: '' }));
    const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) }, { convertImage });
    return blocksFile(name, blocksIn(fromHtml(value, { fragment: true }).children));
  } catch {
    return { file: name, refused: 'Word 文件已损坏，读不出来；请重新保存' };
  }
}
