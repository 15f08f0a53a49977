/** Bits of `fsType` in a font's table `OS/2`, by which its maker says who may embed it. */
const RESTRICTED = 0x0002;
const PREVIEW_AND_PRINT = 0x0004;
const EDITABLE = 0x0008;
const NO_SUBSETTING = 0x0100;
const BITMAPS_ONLY = 0x0200;

const OFFSET = 8;

/**
 * Why a font may not be embedded in a published PDF, by what its table `OS/2` says (OpenType specification, chapter OS/2, fsType);
 * undefined if it may. Where several bits of use are set, as older fonts do, the most generous counts, as the chapter has it.
 *
 * “Preview & Print” is not enough: documents with such a font “must be opened ‘read-only’; no edits may be applied to the
 * document”, which nothing can see to in a file for the archive, where passwords are forbidden; and PDF/A asks for
 * fonts that are “legally embeddable in a file for unlimited, universal rendering” (ISO 19005-3, 6.2.11.4.1).
 *
 * @param os2 the table
 */
export function embeddingProblem(os2: Buffer): string | undefined {
  if (os2.length < OFFSET + 2) return '没有写明许不许嵌入（OS/2 表不完整）';
  const type = os2.readUInt16BE(OFFSET);
  if ((type & EDITABLE) === 0) {
    if ((type & PREVIEW_AND_PRINT) !== 0)
      return '只许为预览和打印嵌入（fsType 0x0004），含有它的文件应当只读，公开、存档的 PDF 做不到';
    if ((type & RESTRICTED) !== 0) return '不许嵌入（fsType 0x0002）';
  }
  if ((type & BITMAPS_ONLY) !== 0) return '只许嵌入点阵字（fsType 0x0200），PDF 用的是轮廓';
  if ((type & NO_SUBSETTING) !== 0) return '不许只嵌入用到的字（fsType 0x0100），PDF 只嵌入用到的字';
  return undefined;
}
