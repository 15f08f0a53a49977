import { MAX_FILE_BYTES, type GivenFile, type Refused } from '../given-file.ts';
import { decodeText } from '../workbook/decode-text.ts';
import { plainFile, type GivenText } from './given-text.ts';

/** Opens a file that is a text; undefined for one of another kind. */
export async function openText({ name, bytes, size }: GivenFile): Promise<GivenText | Refused | undefined> {
  if (!/\.(?:txt|md)$/iu.test(name) || size > MAX_FILE_BYTES) return undefined;
  const text = decodeText(bytes);
  if (text === undefined)
    return { file: name, refused: '不是文本文件，或编码不是 UTF-8、GBK；请另存为 UTF-8 文本' };
  return Promise.resolve(plainFile(name, text));
}
