import { hasErrors } from '../source/diagnostic.ts';
import { remembering, type Recall } from '../source/recall.ts';
import type { RawFile } from '../source/source-file.ts';
import { bookletChanges, changedBooklets } from './booklet-sides.ts';
import { chartChanges } from './charts.ts';
import type { Change } from './change.ts';
import { changedFiles, compileBoth, withSharedFiles, type Both } from './compiled-sides.ts';
import { decisionChanges } from './decisions.ts';
import { entryChanges, openChanged } from './entries/file-entries.ts';
import { figureChanges } from './figures.ts';
import { findingChanges } from './findings.ts';
import { changedPages } from './pages/changed-pages.ts';
import { sentenceChanges } from './sentences.ts';
import { cellChanges } from './tables.ts';
import { unmovedBeside } from './unmoved.ts';

/**
 * What a change of the input brings about, from what was entered to what is read. Reads no file, no clock, no network, and
 * renders no page. Takes inputs that have errors: what can be put together is compared.
 *
 * @param given the files of both sides, everything under content/ and templates/
 * @param recall gives what was compiled before and has not changed since; it must remember
 */
export function compareInputs(given: Both<readonly RawFile[]>, recall: Recall = remembering()): Change {
  const files = withSharedFiles(given);
  const changed = changedFiles(files);
  const sites = compileBoth(files, changed, recall);
  const pairs = changedBooklets(sites);
  const opened = changed.map(openChanged);
  const figures = pairs.map((pair) => ({ pair, changes: figureChanges(pair) }));
  const errorsOf = (side: keyof typeof sites): number =>
    sites[side].diagnostics.filter((one) => hasErrors([one])).length;
  return {
    entries: opened.flatMap(entryChanges),
    booklets: bookletChanges(pairs),
    figures: figures.flatMap(({ changes }) => changes),
    sentences: pairs.flatMap(sentenceChanges),
    cells: pairs.flatMap(cellChanges),
    charts: pairs.flatMap(chartChanges),
    ...changedPages(sites, pairs),
    findings: findingChanges(sites.before.diagnostics, sites.after.diagnostics),
    decisions: opened.flatMap(({ path, old, now }) => decisionChanges(path, old, now)),
    unmoved: figures.flatMap(({ pair, changes }) => unmovedBeside(pair, changes)),
    errors: { before: errorsOf('before'), after: errorsOf('after') },
  };
}
