import { remembered } from '../source/remembered.ts';
import type { YamlDocument } from '../source/yaml.ts';
import type { EnteredCode } from './facts/entered.ts';
import type { LoadedYear } from './load-year.ts';

/** A place in `accounts.yaml` where a classification code is the key. */
export interface CodeEntry extends EnteredCode {
  readonly document: YamlDocument;
}

/** Every code that money was entered for in a year's accounts. Several checks ask for them. */
export const codeEntries = remembered((year: LoadedYear): readonly CodeEntry[] => {
  const { document, value } = year.accounts;
  return value.entered.codes.map((one) => ({ ...one, document }));
});
