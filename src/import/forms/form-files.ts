import type { Finding } from '../finding.ts';
import { blankEvaluation } from '../first-year/blank-evaluation.ts';
import type { ReadForm } from '../reading.ts';
import { documentOf } from '../written-document.ts';
import { mergeForm } from './merge-form.ts';

/** A form's file as it is to be. */
export interface FormFile {
  readonly path: string;
  /** Undefined for a new file. */
  readonly before: string | undefined;
  readonly text: string;
  readonly entered: string;
}

/** Where forms are written. */
export interface FormFolder {
  /** The path of a form's file. */
  pathOf(name: string): string;
  /** The text of a file; undefined where there is none. */
  textOf(path: string): string | undefined;
  /** The first lines of a new file. */
  head(path: string): readonly string[];
  /** The names of the body. */
  readonly bodies: readonly string[];
}

/** Enters the forms that were read in the files of a year: one after the other, where several are of one file. */
export function formFiles(
  forms: readonly ReadForm[],
  folder: FormFolder,
): { readonly files: readonly FormFile[]; readonly conflicts: readonly Finding[] } {
  const conflicts: Finding[] = [];
  const files = [...Map.groupBy(forms, ({ name }) => name)].flatMap(([name, group]): FormFile[] => {
    const [first] = group;
    if (first === undefined) return [];
    const path = folder.pathOf(name);
    const before = folder.textOf(path);
    let text = before ?? blankEvaluation(first.rules, folder.head(path));
    let entered = 0;
    for (const form of group) {
      const merged = mergeForm(documentOf(path, text), form, folder.bodies);
      conflicts.push(...merged.conflicts);
      text = merged.text;
      entered += merged.entered;
    }
    return [{ path, before, text, entered: `填入 ${entered} 项` }];
  });
  return { files, conflicts };
}
