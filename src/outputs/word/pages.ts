import {
  convertMillimetersToTwip,
  Footer,
  Header,
  PageNumber,
  PageOrientation,
  Paragraph,
  SectionType,
  Tab,
  TabStopType,
  TextRun,
  type FileChild,
  type ISectionOptions,
} from 'docx';
import { STYLE } from './styles.ts';
import { watermark } from './watermark.ts';

/** A shape of pages: which way they lie, and their margins in millimetres. */
export interface PageShape {
  readonly landscape: boolean;
  readonly top: number;
  readonly bottom: number;
  /** To the left and to the right. */
  readonly side: number;
}

/** Shapes as in the print. */
export const SHAPE = {
  cover: { landscape: false, top: 52, bottom: 42, side: 30 },
  overview: { landscape: false, top: 28, bottom: 22, side: 28.8 },
  text: { landscape: false, top: 32, bottom: 28, side: 28.8 },
  portrait: { landscape: false, top: 28, bottom: 22, side: 18 },
  landscape: { landscape: true, top: 26, bottom: 20, side: 20 },
} as const satisfies Readonly<Record<string, PageShape>>;

/** A4, in millimetres. */
const PAGE = { width: 210, height: 297 };
/** How far the running head and the page number stand from the edge of the paper, in millimetres. */
const HEAD_AT = 16;
const FOOT_AT = 11;

/** Pages of a booklet of one shape, under one head. */
export interface PageRun {
  readonly shape: PageShape;
  /** What is on them; undefined for pages without head and number. */
  readonly head: string | undefined;
  readonly children: readonly FileChild[];
}

/** Height between the margins, in twentieths of a point. */
export function textHeight({ landscape, top, bottom }: PageShape): number {
  return convertMillimetersToTwip((landscape ? PAGE.width : PAGE.height) - top - bottom);
}

/** Width between the margins, in twentieths of a point. */
export function textWidth({ landscape, side }: PageShape): number {
  return convertMillimetersToTwip((landscape ? PAGE.height : PAGE.width) - 2 * side);
}

/**
 * A run of pages as a section of Word, which begins on a new page.
 *
 * @param runningHead what stands in the head of all pages, to the left
 * @param draft what is said across all pages, if they are no final ones
 */
export function section(
  { shape, head, children }: PageRun,
  runningHead: string,
  draft: string | undefined,
): ISectionOptions {
  const across = draft === undefined ? [] : [watermark(draft)];
  const heads = head === undefined ? [] : [headLine(runningHead, head, shape)];
  return {
    properties: {
      type: SectionType.NEXT_PAGE,
      page: {
        size: {
          width: convertMillimetersToTwip(PAGE.width),
          height: convertMillimetersToTwip(PAGE.height),
          orientation: shape.landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: margins(shape),
      },
    },
    headers: {
      default: new Header({ children: [...across, ...heads] }),
    },
    footers: { default: new Footer({ children: head === undefined ? [] : [pageNumber()] }) },
    children: [...children, new Paragraph({ style: STYLE.end })],
  };
}

function margins({ top, bottom, side }: PageShape) {
  const [left, right] = [convertMillimetersToTwip(side), convertMillimetersToTwip(side)];
  return {
    top: convertMillimetersToTwip(top),
    bottom: convertMillimetersToTwip(bottom),
    left,
    right,
    header: convertMillimetersToTwip(HEAD_AT),
    footer: convertMillimetersToTwip(FOOT_AT),
  };
}

function headLine(left: string, right: string, shape: PageShape): Paragraph {
  return new Paragraph({
    style: STYLE.header,
    tabStops: [{ type: TabStopType.RIGHT, position: textWidth(shape) }],
    children: [new TextRun(left), new TextRun({ children: [new Tab(), right] })],
  });
}

function pageNumber(): Paragraph {
  const children = ['第 ', PageNumber.CURRENT, ' 页　共 ', PageNumber.TOTAL_PAGES, ' 页'];
  return new Paragraph({ style: STYLE.footer, children: [new TextRun({ children })] });
}
