import type { FormKind } from '../accounts/forms/form-kind.ts';
import { COMMONLY_ENTERED } from '../accounts/enterable.ts';
import { openContent, type EnteredBy, type OpenContent } from '../accounts/load.ts';
import { personalDataInFile } from '../checks/personal/personal-data-in.ts';
import { leftOversInFile } from '../checks/words/left-overs-in-file.ts';
import { inTodaysForm } from '../migrate/in-todays-form.ts';
import { loadPacks, madeOf, type LoadedPacks } from '../pack/load-packs.ts';
import type { DatedPack, PackShelf } from '../pack/pack-of-year.ts';
import type { Diagnostic } from '../source/diagnostic.ts';
import { forgetful, type Recall } from '../source/recall.ts';
import type { RawFile } from '../source/source-file.ts';
import { filesOfUnit } from './files-without-booklet.ts';
import { neededPacks } from './needed-packs.ts';
import { unfitPaths } from './unfit-paths.ts';
import { packDiagnostics } from './pack-diagnostics.ts';
import { usedPacks } from './used-packs.ts';

/** What all units share: settings, classifications, template packs; and where each unit's files are. */
export interface OpenInput {
  readonly content: OpenContent;
  readonly packs: LoadedPacks;
  readonly shelf: PackShelf;
  /** What units of a pack enter; the very same while the pack and those that it inherits from say the same of it. */
  readonly enteredBy: EnteredBy;
  /** Names of the packs that some unit uses. */
  readonly used: ReadonlySet<string>;
  /** What was found in files that belong to no unit. */
  readonly diagnostics: readonly Diagnostic[];
  /** Gives what was made of the same input before. */
  readonly recall: Recall;
}

/**
 * Reads what all units share.
 *
 * @param written the files as they are, some of them perhaps in an older form
 * @param used names of the packs in use, where the files are not those of all units
 * @param wanted whether packs that came with the program are read even if no unit uses them
 */
export function openInput(
  written: readonly RawFile[],
  used: ReadonlySet<string> = usedPacks(written),
  recall: Recall = forgetful,
  wanted: 'needed packs' | 'all packs' = 'needed packs',
): OpenInput {
  // What is written in an older form is told, and read as what it means, so that nothing else is told of it.
  const { files, older } = recall('in today’s form', written, () => inTodaysForm(written));
  const content = openContent(
    files.filter((file) => file.path.startsWith('content/')),
    recall,
  );
  const templates = files.filter((file) => file.path.startsWith('templates/'));
  const { needed, idle } = recall(wanted, [[...used].join(), ...templates], () =>
    wanted === 'all packs' ? { needed: templates, idle: [] } : neededPacks(templates, used),
  );
  const packs = recall('packs', needed, () => loadPacks(needed, recall));
  const ofUnits = new Set(content.units.flatMap(filesOfUnit));
  const shared = files.filter((file) => !ofUnits.has(file) && file.shipped === undefined);
  const diagnostics = [
    ...unfitPaths(files),
    ...content.diagnostics,
    ...content.shared.diagnostics,
    ...packDiagnostics({ ...packs, diagnostics: [...older, ...packs.diagnostics] }, used),
    ...shared.flatMap((file) => recall(`${file.path} persons`, [file], () => personalDataInFile(file))),
    ...shared.flatMap((file) => recall(`${file.path} left-overs`, [file], () => leftOversInFile(file))),
  ];
  return {
    content,
    packs,
    shelf: shelfOf(packs, idle, recall),
    enteredBy: enteredIn(packs, templates, recall),
    used,
    diagnostics,
    recall,
  };
}

/** What all units share, with every pack: for those who ask for one by its name. */
export function openWhole(files: readonly RawFile[]): OpenInput {
  return openInput(files, usedPacks(files), forgetful, 'all packs');
}

function shelfOf({ packs, folders }: LoadedPacks, idle: readonly DatedPack[], recall: Recall): PackShelf {
  const dated = [...packs.values(), ...idle].map(({ slug, years, shipped }) => ({ slug, years, shipped }));
  const names = [...folders, ...idle.map(({ slug }) => slug)];
  return recall('shelf', [JSON.stringify([dated, names])], () => ({ packs: dated, folders: new Set(names) }));
}

/** A change of a template must not make all units be read again. */
function enteredIn(packs: LoadedPacks, templates: readonly RawFile[], recall: Recall): EnteredBy {
  const files = new Map(templates.map((file) => [file.path, file]));
  return (pack) => {
    const names = [...madeOf(pack, packs)];
    const inputs = names.map((name) => files.get(`templates/${name}/pack.yaml`));
    const own = recall(`entered by ${pack}`, inputs, () => {
      const entered = packs.entered.get(pack) ?? COMMONLY_ENTERED;
      return names.some((name) => packs.faulty.has(name)) ? { ...entered, uncertain: true } : entered;
    });
    if (own.forms !== undefined) return own;
    const likelyForms = formsOfAll(packs);
    return recall(`likely forms of ${pack}`, [own, ...likelyForms], () => ({ ...own, likelyForms }));
  };
}

/** The kinds of forms of all packs, the first of each name. */
function formsOfAll({ entered }: LoadedPacks): readonly FormKind[] {
  const kinds = [...entered.values()].flatMap(({ forms }) => forms ?? []);
  return [...new Map(kinds.toReversed().map((kind) => [kind.key, kind])).values()];
}
