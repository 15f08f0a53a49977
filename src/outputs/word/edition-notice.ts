import { HeadingLevel, Paragraph, TextRun, type FileChild } from 'docx';
import { h } from 'hastscript';
import type { SiteSettings } from '../../accounts/schema/site.ts';
import type { Booklet } from '../../compile/booklet.ts';
import {
  CORRECTED,
  publicationNotice,
  type CorrectedFigure,
  type Correction,
} from '../../compile/publication-notice.ts';
import { EDITION_NOTICE, imprintOf, type Imprint } from '../../document/imprint.ts';
import { SHAPE, type PageRun } from './pages.ts';
import { STYLE } from './styles.ts';
import { runsOf } from './text.ts';

/** Which edition a booklet that left the site is, and who answers for it: what its pages state at their foot. */
export interface EditionNotice extends Imprint {
  /** The first first. */
  readonly corrections: readonly Correction[];
}

/** What is known of an edition; undefined where nothing is. */
export function editionNotice(booklet: Booklet, settings: SiteSettings): EditionNotice | undefined {
  const imprint = imprintOf(settings, booklet.unit, booklet.publication);
  const corrections = publicationNotice(booklet)?.corrections ?? [];
  const isEmpty = imprint.items.length + imprint.links.length + corrections.length === 0;
  return isEmpty ? undefined : { ...imprint, corrections };
}

/** The last page of a booklet in Word. */
export function editionPages({ items, links, corrections }: EditionNotice): PageRun {
  return {
    shape: SHAPE.text,
    head: EDITION_NOTICE,
    children: [
      new Paragraph({ heading: HeadingLevel.HEADING_1, text: EDITION_NOTICE }),
      ...items.map(({ name, text, href }) => line(name, text, href)),
      ...links.map(({ text, href }) => line(text, href, href)),
      ...corrections.flatMap(correctionLines),
    ],
  };
}

/** Telephones lead nowhere on paper. */
function line(name: string, text: string, href: string | undefined): Paragraph {
  const value = href === undefined ? { type: 'text' as const, value: text } : h('a', { href }, text);
  return new Paragraph({ style: STYLE.list, children: [new TextRun(`${name}：`), ...runsOf([value])] });
}

function correctionLines({ title, day, changes, figures, others }: Correction): readonly FileChild[] {
  const head = [new TextRun({ text: title, bold: true }), new TextRun(`（${day}）：${changes}`)];
  return [
    new Paragraph({ style: STYLE.list, children: head }),
    ...figures.map((figure) => new Paragraph({ style: STYLE.list, children: figureRuns(figure) })),
    ...(others === undefined ? [] : [new Paragraph({ style: STYLE.list, text: `${others}。` })]),
  ];
}

/** The old number is struck out, as on the pages. */
function figureRuns({ label, before, after, unit }: CorrectedFigure): readonly TextRun[] {
  const now = typeof after === 'string' ? after : after.printed;
  return [
    new TextRun(`${label}${CORRECTED.from}`),
    new TextRun({ text: before, strike: true }),
    new TextRun(`${CORRECTED.to}${now}${unit}`),
  ];
}
