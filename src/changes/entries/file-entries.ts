import { namedScalars, type NamedScalar } from '../../source/anchors.ts';
import { decodeSource, startOf, type RawFile } from '../../source/source-file.ts';
import { parseYaml, placeOfKey, placeOfValue, type YamlDocument } from '../../source/yaml.ts';
import type { EntryChange } from '../change.ts';
import type { ChangedFile } from '../compiled-sides.ts';
import { lineChanges } from './line-changes.ts';

/** A changed file with what could be read of each side. */
export interface OpenedFile extends ChangedFile {
  readonly old: YamlDocument | undefined;
  readonly now: YamlDocument | undefined;
}

/** Reads both sides of a changed file, where it is YAML. */
export function openChanged(file: ChangedFile): OpenedFile {
  const read = (raw: RawFile | undefined): YamlDocument | undefined => {
    if (raw === undefined || !/\.yaml$/.test(raw.path)) return undefined;
    const { source } = decodeSource(raw);
    return source && parseYaml(source).document;
  };
  return { ...file, old: read(file.before), now: read(file.after) };
}

/**
 * What was entered otherwise in a file. Values of YAML are compared by their keys, so that comments, order and layout say
 * nothing; other texts line by line.
 */
export function entryChanges({ before, after, old, now, path }: OpenedFile): readonly EntryChange[] {
  const isWhole = (raw: RawFile | undefined, document: YamlDocument | undefined): boolean =>
    raw === undefined || document !== undefined;
  if (isWhole(before, old) && isWhole(after, now)) return valueChanges(old, now);
  const start = startOf(after ?? before ?? { path });
  const texts = [before, after].map((raw) => raw && (decodeSource(raw).source?.text ?? UNREADABLE));
  return texts.includes(UNREADABLE)
    ? [
        {
          place: start,
          path: '',
          before: texts[0] ?? null,
          after: texts[1] ?? null,
        },
      ]
    : lineChanges(start, texts[0], texts[1]);
}

/** Stands for what is no text. */
const UNREADABLE = '（不是文字）';

function valueChanges(old: YamlDocument | undefined, now: YamlDocument | undefined): readonly EntryChange[] {
  const [before, after] = [scalarsOf(old), scalarsOf(now)];
  return [...new Set([...after.keys(), ...before.keys()])].flatMap((path) => {
    const [one, other] = [before.get(path), after.get(path)];
    const sides = { before: one?.scalar.text ?? null, after: other?.scalar.text ?? null };
    if (sides.before === sides.after) return [];
    const place = other && now ? placeOf(now, other) : one && old ? placeOf(old, one) : undefined;
    return place === undefined ? [] : [{ place, path, ...sides }];
  });
}

function scalarsOf(document: YamlDocument | undefined): ReadonlyMap<string, NamedScalar> {
  return new Map((document ? namedScalars(document) : []).map((one) => [one.anchor, one]));
}

function placeOf(document: YamlDocument, { path, scalar }: NamedScalar): EntryChange['place'] {
  return scalar.span === undefined ? placeOfKey(document, path) : placeOfValue(document, path);
}
