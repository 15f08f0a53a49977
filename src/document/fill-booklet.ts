import type { PartKey } from '../pack/schema.ts';
import type { Reference } from '../pack/template-references.ts';
import type { Template } from '../pack/template.ts';
import type { Registry } from '../figures/registry.ts';
import { error, warning, type Diagnostic } from '../source/diagnostic.ts';
import { formatPlace } from '../source/place.ts';
import { placeOfKey } from '../source/yaml.ts';
import { renderDocument, type BookletDocument } from './booklet-document.ts';
import type { BookletSource } from './booklet-source.ts';
import { Filling, type FilledText } from './filling.ts';
import { bindHelpers } from './helpers.ts';
import { looseEnds } from './loose-ends.ts';
import { printFigure } from './print-figure.ts';

/** A booklet's text, filled but not yet typeset. */
export interface FilledBooklet {
  readonly diagnostics: readonly Diagnostic[];
  /** Typesets the text, or gives what was typeset and is still in use; only for a booklet without errors. */
  render(): BookletDocument;
}

/**
 * Fills the pack's templates for one booklet. Figures that do not exist, reasons that are missing and reasons that
 * nothing prints are findings.
 */
export function fillBooklet(source: BookletSource): FilledBooklet {
  const unknown = unknownFigures(source);
  if (unknown.length > 0) return { diagnostics: unknown, render: refuse };
  const filling = new Filling(source);
  const helpers = bindHelpers(filling);
  const title = filling.fill(source.pack.title, helpers);
  const filled = new Map<PartKey, FilledText>();
  for (const part of source.pack.parts) filled.set(part.key, filling.fill(part.template, helpers));
  const { document } = source.year.narrative;
  const loose = [...filled.values()].flatMap((part) => looseEnds(part, document));
  const diagnostics = [
    ...unique(filling.diagnostics),
    ...unique(loose),
    ...unusedReasons(source, filling.explained),
  ];
  return {
    diagnostics,
    render: keptWhileUsed(() => renderDocument(source, plainText(title, source), filled)),
  };
}

/** All documents of a site at once would fill the memory; outputs ask for them booklet by booklet. */
function keptWhileUsed(make: () => BookletDocument): () => BookletDocument {
  let last: WeakRef<BookletDocument> | undefined;
  return () => {
    const kept = last?.deref();
    if (kept !== undefined) return kept;
    const made = make();
    last = new WeakRef(made);
    return made;
  };
}

function refuse(): never {
  throw new Error('a booklet with unknown figures cannot be typeset');
}

function plainText(title: FilledText, { figures, pack }: BookletSource): string {
  return title.marks
    .split(title.markdown)
    .map((piece) => {
      if (typeof piece === 'string') return piece;
      if (piece.kind === 'figure') return printFigure(figures.get(piece.id), pack.conventions).printed;
      return piece.kind === 'tables' ? '' : piece.text;
    })
    .join('')
    .trim();
}

/** Every figure that a template names must exist and fit its helper, in branches that this booklet does not take too. */
function unknownFigures(source: BookletSource): readonly Diagnostic[] {
  const { pack, figures } = source;
  const { change, reason, none } = pack.phrases;
  const templates: readonly Template[] = [
    pack.title,
    ...pack.parts.map((part) => part.template),
    ...Object.values(pack.partials),
    ...Object.values(change),
    reason,
    none,
  ];
  return templates
    .flatMap((template) => template.references)
    .flatMap((reference) => checkReference(reference, figures));
}

function checkReference({ id, place, units }: Reference, figures: Registry): readonly Diagnostic[] {
  const figure = figures.find(id);
  if (figure === undefined)
    return [error('unknown-figure', `没有“${id}”这个数字${figures.suggest(id)}`, place)];
  if (units === undefined || units.includes(figure.unit)) return [];
  const message = `“${id}”的单位是${figure.unit}，这个助手只印${units.join('、')}；请换一个助手`;
  return [error('wrong-helper', message, place)];
}

/** The same missing reason may be asked for, and the same text printed, by several sentences. */
function unique(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const keyOf = ({ message, place }: Diagnostic): string => `${formatPlace(place)} ${message}`;
  return [...new Map(diagnostics.map((diagnostic) => [keyOf(diagnostic), diagnostic])).values()];
}

function unusedReasons(source: BookletSource, explained: ReadonlySet<string>): readonly Diagnostic[] {
  const { document, value } = source.year.narrative;
  return Object.keys(value.reasons)
    .filter((id) => source.figures.has(id) && !explained.has(id))
    .map((id) => {
      const message = `“${id}”的原因没有印在任何一句里；如不需要，请删去`;
      return warning('unused-reason', message, placeOfKey(document, ['原因', id]));
    });
}
