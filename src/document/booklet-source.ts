import type { Classifications } from '../accounts/code-table.ts';
import type { LoadedUnit, LoadedYear } from '../accounts/load.ts';
import type { Registry } from '../figures/registry.ts';
import type { Pack } from '../pack/pack.ts';

/** Everything a booklet is written from. */
export interface BookletSource {
  readonly unit: LoadedUnit;
  readonly year: LoadedYear;
  readonly codes: Classifications;
  readonly figures: Registry;
  readonly pack: Pack;
}
