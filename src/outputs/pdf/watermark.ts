import { PDFDict, PDFName, type PDFDocument, type PDFRef } from '@cantoo/pdf-lib';
import type { PageContent } from './content/page-content.ts';

/** The outline of a text, its drawing operators in a box that begins at 0 0, one unit a point. */
export interface Outline {
  readonly width: number;
  readonly height: number;
  readonly operators: string;
}

/** Light enough to be read through, dark enough for a copy. */
const GREY = 0.9;
/** As much of the page's diagonal as the text takes. */
const LENGTH = 0.62;
/** Degrees by which it rises. */
const ANGLE = 30;

/** The name of the drawing in a page's resources: Chrome's own are of a letter and a number. */
const NAME = 'Watermark';

/** Runs in the page: what it says across itself on the screen, which is taken off it: the PDF draws it in a way of its own. */
export function takeWatermark(): string | undefined {
  const text = document.body.dataset['draft'];
  delete document.body.dataset['draft'];
  return text;
}

/**
 * Draws an outline across every page, below all else: an artifact (ISO 32000-1, 14.8.2.2) and no text, so that it is in
 * nobody's way who copies, searches or listens.
 */
export function addWatermark(
  document: PDFDocument,
  contents: readonly PageContent[],
  outline: Outline,
): readonly PageContent[] {
  const drawing = writeDrawing(document, outline);
  return contents.map((content) => {
    const { node } = content.page;
    const resources = node.Resources() ?? document.context.obj({});
    const objects = resources.lookupMaybe(PDFName.of('XObject'), PDFDict) ?? document.context.obj({});
    objects.set(PDFName.of(NAME), drawing);
    resources.set(PDFName.of('XObject'), objects);
    node.set(PDFName.of('Resources'), resources);
    const { width, height } = content.page.getSize();
    return { ...content, lines: [...placed(outline, width, height), ...content.lines] };
  });
}

function writeDrawing(document: PDFDocument, { width, height, operators }: Outline): PDFRef {
  const { context } = document;
  const dictionary = { Type: 'XObject', Subtype: 'Form', BBox: [0, 0, width, height] };
  return context.register(context.flateStream(`${GREY} g\n${operators}\nf`, dictionary));
}

/** The lines that draw it, its middle on that of the page. */
function placed({ width, height }: Outline, pageWidth: number, pageHeight: number): readonly string[] {
  const scale = (LENGTH * Math.hypot(pageWidth, pageHeight)) / width;
  const [cos, sin] = [Math.cos, Math.sin].map((of) => scale * of((ANGLE * Math.PI) / 180)) as [
    number,
    number,
  ];
  const left = (pageWidth - width * cos + height * sin) / 2;
  const bottom = (pageHeight - width * sin - height * cos) / 2;
  const matrix = [cos, sin, -sin, cos, left, bottom].map((number) => number.toFixed(3));
  return [
    '/Artifact <</Type /Pagination /Subtype /Watermark>> BDC',
    'q',
    `${matrix.join(' ')} cm`,
    `/${NAME} Do`,
    'Q',
    'EMC',
  ];
}
