import type { Classifications } from '../accounts/code-table.ts';
import type { LoadedUnit } from '../accounts/load.ts';
import type { LoadedYear } from '../accounts/load-year.ts';
import type { Loaded } from '../accounts/reader.ts';
import type { Comparatives } from '../accounts/schema/accounts.ts';
import type { PriorLookup } from '../figures/build-figures.ts';
import type { Registry } from '../figures/registry.ts';
import type { Pack } from '../pack/pack.ts';

/** What is known of the year before. */
export interface LastYear {
  readonly prior: PriorLookup;
  /** Its file, where it holds nothing but comparatives. */
  readonly comparatives: Loaded<Comparatives> | undefined;
  readonly hasBooklet: boolean;
  /** Whether there is a file that could not be read. */
  readonly unread: boolean;
}

/** Everything a booklet is written from. */
export interface BookletSource {
  readonly unit: LoadedUnit;
  readonly year: LoadedYear;
  readonly codes: Classifications;
  readonly figures: Registry;
  readonly pack: Pack;
  readonly lastYear: LastYear;
}
