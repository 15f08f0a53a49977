import type { ElementContent } from 'hast';
import type { PageLayout } from '../pack/page-layout-schema.ts';
import type { Cover, Pack } from '../pack/pack.ts';
import type { BookletSource } from './booklet-source.ts';
import { formTables } from './form-table.ts';
import type { FilledWords } from './filled-words.ts';
import type { FilledText, Say } from './filling.ts';
import { printInSentence } from './print-figure.ts';
import { renderPart, type FigurePrinter, type Heading } from './render-part.ts';
import { statutoryTable } from './statutory-table.ts';
import type { Place } from '../source/place.ts';
import { atTemplate } from './template-failure.ts';
import type { TableView } from './table-view.ts';

/** A part of the finished booklet. */
export interface DocumentPart {
  readonly key: string;
  readonly title: string;
  /** Whether the print has no title above it. */
  readonly hidden: boolean;
  readonly content: readonly ElementContent[];
  readonly headings: readonly Heading[];
}

/** The finished booklet, from which every output is made. */
export interface BookletDocument {
  readonly title: string;
  readonly cover: Cover;
  /** What stands in the head of each printed page. */
  readonly runningHead: string;
  /** Sizes, margins and typefaces of the print. */
  readonly layout: PageLayout;
  /** Whether empty tables one after another stand on one sheet. */
  readonly sharedSheets: boolean;
  readonly parts: readonly DocumentPart[];
  readonly tables: readonly TableView[];
  readonly forms: readonly TableView[];
}

/** Renders filled templates and tables. */
export function renderDocument(
  source: BookletSource,
  { title, say }: Pick<FilledWords, 'title' | 'say'>,
  filled: ReadonlyMap<string, FilledText>,
): BookletDocument {
  const { cover, runningHead, sharedSheets } = source.pack;
  const said = (lines: readonly string[]): readonly string[] =>
    lines.map(say).filter((line) => line.trim() !== '');
  return {
    title,
    cover: { head: said(cover.head), lines: said(cover.lines), foot: said(cover.foot) },
    runningHead: runningHead === undefined ? title : say(runningHead),
    layout: layoutOf(source),
    sharedSheets,
    parts: source.pack.parts.flatMap((part) => renderedPart(source, part, say, filled)),
    tables: source.pack.tables.map((table) =>
      atTemplate(
        source.pack,
        () => table.document.source.placeAt(0),
        () => statutoryTable(source, table, say),
      ),
    ),
    forms: formTables(source, say),
  };
}

/** The layout that the booklet asks for, or that of its pack: one that there is not has been reported, and is not printed. */
function layoutOf({ pack, year }: BookletSource): PageLayout {
  const asked = pack.layouts.get(year.accounts.value.layout ?? pack.layout);
  const layout = asked ?? pack.layouts.get(pack.layout);
  if (layout === undefined) throw new Error(`${pack.slug} without its layout ${pack.layout}`);
  return layout;
}

function renderedPart(
  source: BookletSource,
  part: Pack['parts'][number],
  say: Say,
  filled: ReadonlyMap<string, FilledText>,
): readonly DocumentPart[] {
  const text = filled.get(part.key);
  const print: FigurePrinter = (id, style) =>
    printInSentence(source.figures.get(id), source.pack.conventions, style);
  if (text === undefined) return [];
  const place = (): Place => part.template.source.placeAt(0);
  const rendered = atTemplate(source.pack, place, () => renderPart(text, part.key, print));
  return [{ key: part.key, title: say(part.title), hidden: part.hidden, ...rendered }];
}
