import { error, type Diagnostic } from '../source/diagnostic.ts';
import { placeOfValue, type YamlPath } from '../source/yaml.ts';
import type { PackFolder } from './pack-folder.ts';
import type { PackState, Requirements } from './pack.ts';
import type { PackFile } from './schema.ts';
import type { Reference } from './template-references.ts';
import type { Template } from './template.ts';

/** Parses a phrase of pack.yaml; undefined where it is faulty. */
export type ParsePhrase = (owner: PackFolder, path: YamlPath, text: string) => Template | undefined;

type RequiredFile = NonNullable<PackFile['required']>;
type StateFile = PackFile['states'][string];

/** An entry with the pack that it was found in. */
interface Owned<T> {
  readonly value: T;
  readonly owner: PackFolder;
}

/**
 * What booklets must contain and which states excuse it: each entry from the nearest pack that has it.
 *
 * @param others figures that other entries of the pack name, and where
 */
export function assembleRequirements(
  line: readonly PackFolder[],
  others: readonly Reference[],
  parse: ParsePhrase,
): {
  required: Requirements;
  states: ReadonlyMap<string, PackState>;
  references: readonly Reference[];
} {
  const approved = nearest(line, 'approved');
  const forms = nearest(line, 'forms');
  const states = nearestStates(line);
  return {
    required: { approved: approved?.value ?? [], forms: forms?.value ?? {} },
    states: new Map([...states].map(([name, state]) => [name, stateOf(name, state, parse)])),
    references: [
      ...references(approved?.owner, ['必有', '批复数'], approved?.value ?? []),
      ...formReferences(forms),
      ...others,
      ...[...states].flatMap(([name, { value, owner }]) =>
        references(owner, ['情形', name, '应为零'], value.zero),
      ),
    ],
  };
}

/**
 * Approved totals that a pack asks for of what it says that it does not use. Those that it inherits are not asked for then:
 * who does without a fact need not restate the whole list.
 */
export function unusedApproved({ file }: PackFolder): readonly Diagnostic[] {
  const { required, factUse } = file.value;
  return (required?.approved ?? []).flatMap((id, index) => {
    const unused = factUse.unused.find((one) => id === one || id.startsWith(`${one}.`));
    if (unused === undefined) return [];
    const message = `“账目”的“不用”里有“${unused}”，“${id}”没有批复数可填；请删去一处`;
    return [error('bad-fact', message, placeOfValue(file.document, ['必有', '批复数', index]))];
  });
}

function nearest<K extends keyof RequiredFile>(
  line: readonly PackFolder[],
  key: K,
): Owned<NonNullable<RequiredFile[K]>> | undefined {
  for (const owner of line) {
    const value = owner.file.value.required?.[key];
    if (value !== undefined && value !== null) return { value, owner };
  }
  return undefined;
}

function nearestStates(line: readonly PackFolder[]): ReadonlyMap<string, Owned<StateFile>> {
  const states = new Map<string, Owned<StateFile>>();
  for (const owner of [...line].reverse()) {
    for (const [name, value] of Object.entries(owner.file.value.states)) states.set(name, { value, owner });
  }
  return states;
}

function stateOf(name: string, { value, owner }: Owned<StateFile>, parse: ParsePhrase): PackState {
  const { excuses, excludes, zero, newCodes } = value;
  const change =
    value.change === undefined ? undefined : parse(owner, ['情形', name, '较上年'], value.change);
  return { excuses, excludes, zero, newCodes: newCodes !== undefined, ...(change && { change }) };
}

function references(
  owner: PackFolder | undefined,
  path: YamlPath,
  ids: readonly string[],
): readonly Reference[] {
  return ids.flatMap((id, index) =>
    owner === undefined ? [] : [{ id, place: placeOfValue(owner.file.document, [...path, index]) }],
  );
}

function formReferences(forms: Owned<NonNullable<RequiredFile['forms']>> | undefined): readonly Reference[] {
  if (forms === undefined) return [];
  const { value, owner } = forms;
  return Object.entries(value).map(([key, id]) => ({
    id,
    place: placeOfValue(owner.file.document, ['必有', '自评表', key]),
  }));
}
