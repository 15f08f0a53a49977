import { FAILSAFE_SCHEMA, load } from 'js-yaml';
import type { RawFile } from '../../src/source/source-file.ts';

/** What others are measured against: js-yaml alone, reading the same files as plain texts, lists and mappings. */
export function parseAlone(yaml: readonly RawFile[]): void {
  for (const { bytes } of yaml) load(new TextDecoder().decode(bytes), { schema: FAILSAFE_SCHEMA });
}
