import type { Loaded } from '../accounts/reader.ts';
import type { Accounts } from '../accounts/schema/accounts.ts';
import type { Entry } from '../figures/figure.ts';
import type { Pack, PackState } from './pack.ts';

/** A state that a unit declares of a year (情形), as its pack defines it. */
export interface DeclaredState {
  readonly name: string;
  readonly state: PackState;
  /** The codes that it is declared for; empty where it is declared with 是. */
  readonly codes: readonly string[];
  readonly entry: Entry;
}

/** The declared states that the pack knows. */
export function declaredStates(
  pack: Pack | undefined,
  { value, document }: Loaded<Accounts>,
): readonly DeclaredState[] {
  return Object.entries(value.states).flatMap(([name, declared]) => {
    const state = pack?.states.get(name);
    const codes = Array.isArray(declared) ? declared : [];
    return state === undefined ? [] : [{ name, state, codes, entry: { document, path: ['情形', name] } }];
  });
}

/** The declared state by which something may be absent. */
export function excuseFor(
  content: string,
  pack: Pack | undefined,
  accounts: Loaded<Accounts>,
): DeclaredState | undefined {
  return declaredStates(pack, accounts).find(({ state }) => state.excuses.includes(content));
}

/** Names of the states by which something could be absent, for messages: `首次公开、机构新设`. */
export function excusesOf(content: string, { states }: Pack): string {
  return [...states].flatMap(([name, { excuses }]) => (excuses.includes(content) ? [name] : [])).join('、');
}

/** Codes that the unit declares as new this year, with where it says so. */
export function newCodesOf(pack: Pack | undefined, accounts: Loaded<Accounts>): ReadonlyMap<string, Entry> {
  const { document } = accounts;
  return new Map(
    declaredStates(pack, accounts)
      .filter(({ state }) => state.newCodes)
      .flatMap(({ codes, entry }) =>
        codes.map((code, index) => [code, { document, path: [...entry.path, index] }] as const),
      ),
  );
}
