import { formFileName } from '../../accounts/forms/form-file-name.ts';
import type { PackForm } from '../../pack/pack.ts';
import type { RecognisedBy } from '../reading.ts';
import { plainWords } from '../tables/words.ts';

/** The names of forms' files: one that is there of what a form is about, one that is not filled in yet, or a new one. */
export class FormNames {
  /** By the words of what forms are about. */
  readonly known: Map<string, string>;
  private readonly kinds: readonly PackForm[];
  private readonly blank: NonNullable<RecognisedBy['blankForms']>;

  constructor(
    kinds: readonly PackForm[],
    known: RecognisedBy['items'],
    blank: NonNullable<RecognisedBy['blankForms']>,
  ) {
    this.kinds = kinds;
    this.known = new Map(known);
    this.blank = blank;
  }

  /** The name of the file of a form that is about something. */
  of({ kind }: PackForm, about: string): string {
    const words = plainWords(about);
    const known = this.known.get(words);
    if (known !== undefined) return known;
    const used = new Set(this.known.values());
    const blank = this.blank.find((one) => one.kind.key === kind.key && !used.has(one.name))?.name;
    const name = blank ?? this.newName(kind, new Set([...used, ...this.blank.map((one) => one.name)]));
    this.known.set(words, name);
    return name;
  }

  private newName(kind: PackForm['kind'], taken: ReadonlySet<string>): string {
    for (let number = 1; ; number += 1) {
      const name = formFileName(kind, this.kinds, number).replace(/\.yaml$/u, '');
      if (!taken.has(name)) return name;
      // There is one of such forms only.
      if (kind.count === 'one') return name;
    }
  }
}
