import type { ElementContent } from 'hast';
import type { Pack } from '../pack/pack.ts';
import type { PartKey } from '../pack/schema.ts';
import type { BookletSource } from './booklet-source.ts';
import { formTable } from './form-table.ts';
import type { FilledText } from './filling.ts';
import { printInSentence, type PrintedFigure } from './print-figure.ts';
import { renderPart, type Heading } from './render-part.ts';
import { statutoryTable } from './statutory-table.ts';
import type { Place } from '../source/place.ts';
import { atTemplate } from './template-failure.ts';
import type { TableView } from './table-view.ts';

/** A part of the finished booklet. */
export interface DocumentPart {
  readonly key: PartKey;
  readonly title: string;
  readonly content: readonly ElementContent[];
  readonly headings: readonly Heading[];
}

/** The finished booklet, from which every output is made. */
export interface BookletDocument {
  readonly title: string;
  readonly parts: readonly DocumentPart[];
  readonly tables: readonly TableView[];
  readonly forms: readonly TableView[];
}

/** Renders filled templates and tables. */
export function renderDocument(
  source: BookletSource,
  title: string,
  filled: ReadonlyMap<PartKey, FilledText>,
): BookletDocument {
  return {
    title,
    parts: source.pack.parts.flatMap((part) => renderedPart(source, part, filled)),
    tables: source.pack.tables.map(({ key, layout, document }) =>
      atTemplate(
        source.pack,
        () => document.source.placeAt(0),
        () => statutoryTable(source, key, layout),
      ),
    ),
    forms: source.year.evaluations.map((evaluation) => formTable(source, evaluation)),
  };
}

function renderedPart(
  source: BookletSource,
  part: Pack['parts'][number],
  filled: ReadonlyMap<PartKey, FilledText>,
): readonly DocumentPart[] {
  const text = filled.get(part.key);
  const print = (id: string): PrintedFigure =>
    printInSentence(source.figures.get(id), source.pack.conventions);
  if (text === undefined) return [];
  const place = (): Place => part.template.source.placeAt(0);
  const rendered = atTemplate(source.pack, place, () => renderPart(text, part.key, print));
  return [{ key: part.key, title: part.title, ...rendered }];
}
