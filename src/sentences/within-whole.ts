import type { Registry } from '../figures/registry.ts';
import { idsCalled } from './figures-called.ts';
import type { Item } from './sentence.ts';

/** Figures of one item of expenditure. */
const CODED = /^支出\.\d+\./u;
const RECEIVED = /^收入\./u;
const KIND = /^支出\.(基本支出|项目支出)$/u;

/**
 * Of the figures that a part of a list may mean, those that can be part of what its whole means: 其中基本支出 of an item is
 * the item's, and no part is a figure that is more than its whole.
 */
export function withinWhole(item: Item, ids: readonly string[], figures: Registry): readonly string[] {
  const wholes = item.list === undefined ? [] : idsCalled(item.list.whole, '', figures);
  if (wholes.length === 0) return ids;
  const received = wholes.every((whole) => RECEIVED.test(whole)) && !ids.some((id) => RECEIVED.test(id));
  const own =
    received && ids.length > 0 ? idsCalled({ ...item, name: `${item.name}收入` }, '', figures) : ids;
  return own
    .flatMap((id) => ofItem(id, wholes, figures))
    .filter((id) => !wholes.every((whole) => isMore(id, whole, figures)));
}

function ofItem(id: string, wholes: readonly string[], figures: Registry): readonly string[] {
  const [, kind] = KIND.exec(id) ?? [];
  if (kind === undefined || !wholes.every((whole) => CODED.test(whole))) return [id];
  return wholes.map((whole) => whole.replace(/[^.]+$/u, kind)).filter((one) => figures.has(one));
}

function isMore(id: string, whole: string, figures: Registry): boolean {
  const [a, b] = [figures.find(id), figures.find(whole)];
  if (a?.value.state !== 'known' || b?.value.state !== 'known' || a.unit !== b.unit) return false;
  return a.value.exact.minus(a.value.tolerance).gt(b.value.exact.plus(b.value.tolerance));
}
