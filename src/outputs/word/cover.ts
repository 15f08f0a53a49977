import { BorderStyle, HeadingLevel, Paragraph, type FileChild } from 'docx';
import type { BookletDocument } from '../../document/booklet-document.ts';
import { titleLines } from '../../document/title-lines.ts';
import { STYLE } from './styles.ts';
import { lineRuns } from './text.ts';

/** Heights in twentieths of a point: of the cover between its margins, of lines of its texts, of the room above the title. */
const COVER_HEIGHT = 11_500;
const HEAD_LINE = 640;
const FACT_LINE = 430;
const TITLE_LINE = 900;
const ABOVE_TITLE = 1930;
/** Signs of the title's size that a line takes. */
const TITLE_SIGNS = 16;
/** Least room above the foot, where the title is long. */
const LEAST = 480;

/** The cover of a booklet: its foot stands near the end of the page. */
export function coverOf({ title, cover }: BookletDocument, unitName: string): readonly FileChild[] {
  const titles = titleLines(title, unitName);
  const filled =
    cover.head.length * HEAD_LINE +
    cover.lines.length * FACT_LINE +
    ABOVE_TITLE +
    titles.reduce((sum, line) => sum + Math.ceil(line.length / TITLE_SIGNS), 0) * TITLE_LINE +
    cover.foot.length * HEAD_LINE;
  return [
    ...(cover.head.length === 0 ? [] : [headOf(cover.head)]),
    ...cover.lines.map((text) => new Paragraph({ style: STYLE.coverLine, text })),
    new Paragraph({
      heading: HeadingLevel.TITLE,
      spacing: { before: ABOVE_TITLE },
      children: lineRuns(titles),
    }),
    ...(cover.foot.length === 0
      ? []
      : [
          new Paragraph({
            style: STYLE.coverFoot,
            spacing: { before: Math.max(COVER_HEIGHT - filled, LEAST) },
            children: lineRuns(cover.foot),
          }),
        ]),
  ];
}

function headOf(lines: readonly string[]): Paragraph {
  return new Paragraph({
    style: STYLE.cover,
    border: { bottom: { style: BorderStyle.DOUBLE, size: 12, color: 'B3161B', space: 12 } },
    children: lineRuns(lines),
  });
}
