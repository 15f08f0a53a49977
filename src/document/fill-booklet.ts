import { suggestion } from '../accounts/suggestion.ts';
import type { Pack } from '../pack/pack.ts';
import { templatesOf, walkedLists } from '../pack/pack-templates.ts';
import { error, warning, type Diagnostic } from '../source/diagnostic.ts';
import { formatPlace } from '../source/place.ts';
import { placeOfKey } from '../source/yaml.ts';
import { renderDocument, type BookletDocument } from './booklet-document.ts';
import type { BookletSource } from './booklet-source.ts';
import { emptyTitles } from './empty-titles.ts';
import { fillWords } from './filled-words.ts';
import { Filling, type FilledText } from './filling.ts';
import { bindHelpers } from './helpers.ts';
import { comparedInTables, lastYearFindings } from './last-year.ts';
import { checkReference } from './check-reference.ts';
import { looseEnds } from './loose-ends.ts';
import { misplacedTables } from './misplaced-tables.ts';
import { unusedTexts } from './own-texts.ts';
import { reasonFor } from './reasons.ts';
import { sheetReferences, tableReferences } from './table-references.ts';
import { templateFailure } from './template-failure.ts';

/** A booklet's text, filled but not yet typeset. */
export interface FilledBooklet {
  readonly diagnostics: readonly Diagnostic[];
  /** False where the text names what the booklet does not have: there is nothing to typeset. */
  readonly typesettable: boolean;
  /** Typesets the text, or gives what was typeset and is still in use; only for a booklet without errors. */
  render(): BookletDocument;
}

/**
 * Fills the pack's templates for one booklet. Figures that do not exist, reasons that are missing and reasons that
 * nothing prints are findings.
 */
export function fillBooklet(source: BookletSource): FilledBooklet {
  const unknown = [...unknownFigures(source), ...unknownStates(source.pack)];
  if (unknown.length > 0) return { diagnostics: unknown, typesettable: false, render: refuse };
  try {
    return fillTemplates(source);
  } catch (thrown) {
    const failure = templateFailure(thrown);
    if (failure === undefined) throw thrown;
    return { diagnostics: [failure.diagnostic], typesettable: false, render: refuse };
  }
}

function fillTemplates(source: BookletSource): FilledBooklet {
  const words = fillWords(source);
  const filling = new Filling(source, words.say, walkedLists(source.pack));
  const helpers = bindHelpers(filling);
  const filled = new Map<string, FilledText>();
  const misplaced: Diagnostic[] = [];
  for (const { key, template } of source.pack.parts) {
    const text = filling.fill(template, helpers);
    filled.set(key, text);
    misplaced.push(...misplacedTables(text, template));
  }
  const { document } = source.year.narrative;
  const loose = [...filled.values()].flatMap((part) => looseEnds(part, document));
  const diagnostics = [
    ...misplaced,
    ...unique([...words.diagnostics, ...filling.diagnostics]),
    ...emptyTitles(source, words),
    ...unique(loose),
    ...lastYearFindings(source, [...words.compared, ...filling.compared, ...comparedInTables(source)]),
    ...unusedReasons(source, filling.explained),
    ...unusedTexts(source, filling.told.printed, [...filling.told.wanted]),
  ];
  return {
    diagnostics,
    typesettable: true,
    render: keptWhileUsed(() => renderDocument(source, words, filled)),
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

/** Every figure that a pack names must exist and fit its helper, in branches that this booklet does not take too. */
function unknownFigures(source: BookletSource): readonly Diagnostic[] {
  const { pack } = source;
  const named = templatesOf(pack).flatMap(({ references }) => references.figures);
  const laidOut = [...tableReferences(source), ...sheetReferences(source)];
  return [...named, ...laidOut, ...pack.references, ...pack.facts.references].flatMap((reference) =>
    checkReference(reference, source),
  );
}

/** Every state that a template asks for must be one that the pack lets units declare. */
function unknownStates(pack: Pack): readonly Diagnostic[] {
  const names = [...pack.states.keys()];
  return templatesOf(pack)
    .flatMap(({ references }) => references.states)
    .filter(({ name }) => !names.includes(name))
    .map(({ name, place }) =>
      error('unknown-name', `pack.yaml 的“情形”中没有“${name}”${suggestion(name, names)}`, place),
    );
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
      const incomparable = reasonFor(id, source.figures, source.year).kind === 'incomparable';
      const message = incomparable
        ? `“${id}”没有可比的数，写的原因没有印出；请删去，或者补上所比的数`
        : `“${id}”的原因没有印在任何一句里；如不需要，请删去`;
      return warning('unused-reason', message, placeOfKey(document, ['原因', id]));
    });
}
