import type { GivenFile, Refused } from '../given-file.ts';
import { paragraphsFile, type GivenText } from './given-text.ts';

/** The paragraphs of a .docx file, its tables cell by cell. */
export async function openWord({ name, bytes }: GivenFile): Promise<GivenText | Refused> {
  const { default: mammoth } = await import('mammoth');
  try {
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) });
    return paragraphsFile({ file: name, sheets: [] }, value.split(/\n+/u));
  } catch {
    return { file: name, refused: 'Word 文件已损坏，读不出来；请重新保存' };
  }
}
