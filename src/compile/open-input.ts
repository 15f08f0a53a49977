import type { FormKind } from '../accounts/forms/form-kind.ts';
import { COMMONLY_ENTERED } from '../accounts/enterable.ts';
import { openContent, type EnteredBy, type OpenContent } from '../accounts/load.ts';
import { personalDataInFile } from '../checks/personal/personal-data-in.ts';
import { loadPacks, type LoadedPacks } from '../pack/load-packs.ts';
import type { Pack } from '../pack/pack.ts';
import type { PackShelf } from '../pack/pack-of-year.ts';
import type { Diagnostic } from '../source/diagnostic.ts';
import { forgetful, type Recall } from '../source/recall.ts';
import type { RawFile } from '../source/source-file.ts';
import { filesOfUnit } from './files-without-booklet.ts';
import { unfitPaths } from './unfit-paths.ts';
import { madeOf, packDiagnostics, usedPacks } from './used-packs.ts';

/** What all units share: settings, classifications, template packs; and where each unit's files are. */
export interface OpenInput {
  readonly content: OpenContent;
  readonly packs: LoadedPacks;
  /** The pack of a name; the very same while it and those that it is made of have not changed. */
  readonly packFor: (name: string) => Pack | undefined;
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
 * @param used names of the packs in use, where the files are not those of all units
 */
export function openInput(
  files: readonly RawFile[],
  used: ReadonlySet<string> = usedPacks(files),
  recall: Recall = forgetful,
): OpenInput {
  const content = openContent(
    files.filter((file) => file.path.startsWith('content/')),
    recall,
  );
  const templates = files.filter((file) => file.path.startsWith('templates/'));
  const packs = recall('packs', templates, () => loadPacks(templates));
  const ofUnits = new Set(content.units.flatMap(filesOfUnit));
  const shared = files.filter((file) => !ofUnits.has(file));
  const diagnostics = [
    ...unfitPaths(files),
    ...content.diagnostics,
    ...content.shared.diagnostics,
    ...packDiagnostics(packs, used),
    ...recall('personal data', shared, () => shared.flatMap(personalDataInFile)),
  ];
  return {
    content,
    packs,
    packFor: packIn(packs, templates, recall),
    shelf: shelfOf(packs, recall),
    enteredBy: enteredIn(packs, templates, recall),
    used,
    diagnostics,
    recall,
  };
}

/** A change of a pack must not make the booklets of others anew. */
function packIn(packs: LoadedPacks, templates: readonly RawFile[], recall: Recall): OpenInput['packFor'] {
  const folders = Map.groupBy(templates, ({ path }) => path.split('/')[1]);
  return (name) => {
    const files = [...madeOf(name, packs)].flatMap((one) => folders.get(one) ?? []);
    return recall(`pack ${name}`, files, () => packs.packs.get(name));
  };
}

function shelfOf({ packs, folders }: LoadedPacks, recall: Recall): PackShelf {
  const dated = [...packs.values()].map(({ slug, years }) => ({ slug, years }));
  return recall('shelf', [JSON.stringify([dated, [...folders]])], () => ({ packs: dated, folders }));
}

/** A change of a template must not make all units be read again. */
function enteredIn(packs: LoadedPacks, templates: readonly RawFile[], recall: Recall): EnteredBy {
  const files = new Map(templates.map((file) => [file.path, file]));
  return (pack) => {
    const inputs = [...madeOf(pack, packs)].map((name) => files.get(`templates/${name}/pack.yaml`));
    const own = recall(`entered by ${pack}`, inputs, () => packs.entered.get(pack) ?? COMMONLY_ENTERED);
    return own.forms === undefined
      ? recall(`likely forms of ${pack}`, [own, packs], () => ({ ...own, likelyForms: formsOfAll(packs) }))
      : own;
  };
}

/** The kinds of forms of all packs, the first of each name. */
function formsOfAll({ entered }: LoadedPacks): readonly FormKind[] {
  const kinds = [...entered.values()].flatMap(({ forms }) => forms ?? []);
  return [...new Map(kinds.toReversed().map((kind) => [kind.key, kind])).values()];
}
