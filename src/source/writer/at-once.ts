import type { YamlPath } from '../yaml.ts';
import type { YamlEdit } from './edits.ts';
import { mappingAt, positionOf } from './expected.ts';
import { isInFlow, placedAt, type Placed } from './layout.ts';
import { valueAt, type YamlValue } from './value.ts';

type Insert = Extract<YamlEdit, { do: 'insert' }>;

/** A change with those behind it that can be made at once with it: other values in other places, or entries in a row. */
export type EditsAtOnce = readonly [YamlEdit, ...YamlEdit[]];

/** Takes from a queue what can be made at once with a change: it moves nothing that the others need. */
export function takeAtOnce(
  first: YamlEdit,
  queue: YamlEdit[],
  file: { readonly root: Placed; readonly value: YamlValue },
): EditsAtOnce {
  const taken: [YamlEdit, ...YamlEdit[]] = [first];
  const inRow = first.do === 'insert' && beginsRow(first, file);
  for (let [next] = queue; next !== undefined; [next] = queue) {
    const last = taken.at(-1);
    const fits = inRow ? last?.do === 'insert' && goesOn(last, next) : isApart(taken, next, file.value);
    if (!fits) break;
    taken.push(next);
    queue.shift();
  }
  return taken;
}

/** Whether a change writes another value, as those before it do, and neither stands within the other. */
function isApart(taken: readonly YamlEdit[], next: YamlEdit, root: YamlValue): boolean {
  const isWithin = (a: YamlPath, b: YamlPath): boolean => b.every((step, index) => a[index] === step);
  const replaces = (edit: YamlEdit): boolean =>
    edit.do === 'replace' ||
    (edit.do === 'set' && typeof edit.to === 'string' && typeof valueAt(root, edit.at) === 'string');
  return (
    replaces(next) &&
    taken.every((one) => replaces(one) && !isWithin(one.at, next.at) && !isWithin(next.at, one.at))
  );
}

/** Whether a change enters a line in a block behind another entry. */
function beginsRow(
  edit: Insert,
  { root, value }: { readonly root: Placed; readonly value: YamlValue },
): boolean {
  const isBlock = !isInFlow(root, edit.at) && !placedAt(root, edit.at).bracketed;
  return isLine(edit) && isBlock && positionOf(mappingAt(value, edit.at), edit) > 0;
}

/** Whether a change enters a line behind the one that was entered last. */
function goesOn(last: Insert, next: YamlEdit): boolean {
  if (next.do !== 'insert' || !isLine(next)) return false;
  const { at, place } = next;
  const isBehind = typeof place === 'object' && 'after' in place && place.after === last.key;
  return isBehind && at.length === last.at.length && at.every((step, index) => step === last.at[index]);
}

function isLine({ value }: Insert): boolean {
  return typeof value === 'string' && !/[\r\n]/.test(value);
}
