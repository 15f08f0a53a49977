import { formFileName } from '../../accounts/forms/form-file-name.ts';
import type { UnitKind } from '../../accounts/schema/unit.ts';
import type { Pack, PackForm } from '../../pack/pack.ts';
import type { RawFile } from '../../source/source-file.ts';
import { blankAccounts } from '../accounts/blank-accounts.ts';
import { pathsOf } from '../project.ts';
import { newUnit } from '../unit-file.ts';
import { blankComparatives } from './blank-comparatives.ts';
import { blankEvaluation } from './blank-evaluation.ts';
import { blankNarrative } from './blank-narrative.ts';
import { schemaLine } from './blocks.ts';

/** What a unit's first booklet begins with. */
export interface FirstYear {
  readonly slug: string;
  readonly year: number;
  readonly pack: Pack;
  /** What is known of the body besides what its file says. */
  readonly unit?: { readonly name?: string | undefined; readonly kind?: UnitKind | undefined } | undefined;
  /** The states that it declares, by their names in the pack. */
  readonly states: readonly string[];
  /** How many forms of each kind. */
  readonly forms: readonly { readonly form: PackForm; readonly count: number }[];
  /** Whether last year's figures are to be filled in for comparison. */
  readonly comparatives: boolean;
}

/** The files of a unit's first booklet by their paths: everything that its pack asks for, still to be filled in. */
export function firstYear(
  { slug, year, pack, unit, states, forms, comparatives }: FirstYear,
  files: readonly RawFile[],
): ReadonlyMap<string, string> {
  const paths = pathsOf(slug, year);
  const folder = paths.accounts.slice(0, -'accounts.yaml'.length);
  const made = new Map<string, string>();
  const add = (path: string, schema: string, make: (head: readonly string[]) => string): void => {
    made.set(path, make(schemaLine(files, schema, path)));
  };
  if (unit !== undefined) add(paths.unit, 'unit', (head) => newUnit(unit, head));
  if (comparatives)
    add(pathsOf(slug, year - 1).accounts, 'accounts', (head) => blankComparatives(year - 1, pack, head));
  add(paths.accounts, 'accounts', (head) => blankAccounts({ year, pack, states, head }));
  add(`${folder}narrative.yaml`, 'narrative', (head) => blankNarrative(pack, head));
  for (const { form, count } of forms) {
    for (let number = 1; number <= count; number += 1) {
      const name = formFileName(form.kind, pack.forms, number);
      add(`${folder}performance/${name}`, 'evaluation', (head) => blankEvaluation(form, head));
    }
  }
  return made;
}
