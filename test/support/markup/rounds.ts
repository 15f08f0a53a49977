import type { RawFile } from '../../../src/source/source-file.ts';
import { realFiles } from '../project.ts';
import { sortChanges, type Sorted } from './accepted.ts';
import { withEveryField } from './every-field.ts';
import { fieldsOf, type Change, type Field } from './fields.ts';
import { PAYLOADS } from './payloads.ts';

/** Of how many fields of a kind each round changes the text. */
const OF_A_KIND = 3;

/** A sign that every field bears that takes texts at all. */
const HARMLESS = '甲';

/** Fields by kind. */
type Kinds = ReadonlyMap<string, readonly Field[]>;

/** Payloads that are put into kinds of fields, round after round, until each kind has had each of them. */
export class Rounds {
  readonly files: readonly RawFile[];
  /** All fields, by kind. */
  readonly kinds: Kinds;
  private taken: Kinds | undefined;

  private constructor(files: readonly RawFile[]) {
    this.files = files;
    this.kinds = Map.groupBy(files.flatMap(fieldsOf), ({ kind }) => kind);
  }

  /** Kinds that take texts: no amounts, dates, ids. Worth its time where many rounds follow. */
  async texts(): Promise<Kinds> {
    if (this.taken === undefined) {
      const harmless = this.changesOf(this.kinds, 0, (text) => text + HARMLESS);
      const { printed } = await sortChanges(this.files, harmless);
      const taking = new Set(printed.map(({ field }) => field.kind));
      this.taken = new Map([...this.kinds].filter(([kind]) => taking.has(kind)));
    }
    return this.taken;
  }

  static async open(): Promise<Rounds> {
    const files = (await realFiles('demo-bureau')).filter(({ path }) => !LEFT_OUT.test(path));
    return new Rounds(withEveryField(files));
  }

  /** Makes a site of a round, with all of its texts that can be printed. */
  run(round: number, kinds: Kinds = this.kinds): Promise<Sorted> {
    return sortChanges(this.files, this.changes(round, kinds));
  }

  /** Into each kind of field a few payloads, in each round others. */
  private changes(round: number, kinds: Kinds): readonly Change[] {
    return this.changesOf(kinds, round, (text, index, nth) => {
      const turn = index + round + nth * Math.floor(PAYLOADS.length / OF_A_KIND);
      return PAYLOADS[turn % PAYLOADS.length]?.put(text) ?? text;
    });
  }

  private changesOf(
    kinds: Kinds,
    round: number,
    write: (text: string, index: number, nth: number) => string,
  ): readonly Change[] {
    return [...kinds.values()].flatMap((fields, index) =>
      Array.from({ length: Math.min(OF_A_KIND, fields.length) }, (_, nth) => {
        const field = fields[(round * OF_A_KIND + nth) % fields.length];
        return field ? [{ field, text: write(field.text, index, nth) }] : [];
      }).flat(),
    );
  }
}

/** One booklet and the year before it are enough. */
const LEFT_OUT = /\/(2022|2023)\/(accounts|narrative|performance)/;
