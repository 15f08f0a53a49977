import {
  convertMillimetersToTwip,
  FrameAnchorType,
  HorizontalPositionAlign,
  Paragraph,
  TextRun,
  VerticalPositionAlign,
  FrameWrap,
} from 'docx';

/** Half points a sign, where there are few; millimetres that the text may take across the page. */
const LARGEST = 220;
const WIDTH = 170;

/**
 * What a draft says across each of its pages: a frame in the head, behind the text, so that it is no part of that.
 *
 * @param text of signs that are as wide as high
 */
export function watermark(text: string): Paragraph {
  const signs = Array.from(text).length;
  const size = Math.min(LARGEST, Math.floor((WIDTH / 25.4) * (144 / signs)));
  return new Paragraph({
    frame: {
      type: 'alignment',
      anchor: { horizontal: FrameAnchorType.PAGE, vertical: FrameAnchorType.PAGE },
      alignment: { x: HorizontalPositionAlign.CENTER, y: VerticalPositionAlign.CENTER },
      width: convertMillimetersToTwip(WIDTH + 10),
      height: convertMillimetersToTwip(size / 5),
      wrap: FrameWrap.THROUGH,
    },
    alignment: 'center',
    children: [new TextRun({ text, size, color: 'E4E4E4', bold: true })],
  });
}
