import type { Registry } from '../figures/registry.ts';
import { carriedOver } from './carried-over.ts';
import { fundNamed } from './charity/other-names.ts';
import { idsCalled } from './figures-called.ts';
import type { Item } from './sentence.ts';

/** Figures of one item of expenditure. */
const CODED = /^支出\.\d+\./u;
const RECEIVED = /^收入\.|\.收入总计$|\.本年收入$/u;
/** Figures of which each fund has its part, by names of its own. */
const OF_FUNDS = /^(?:收入|支出|财政拨款|基本支出)\./u;
const KIND = /^支出\.(基本支出|项目支出)$/u;
const KINDS = /^支出\.(?:[^.]+\.)?(基本支出|项目支出)$/u;
/** 财政拨款收入按资金性质划分：…: what is split, where the sentence tells no amount of it. */
const SPLIT =
  /([\p{Script=Han}（）]{2,20}?)(?:中|，)?按[^，。；：]{2,8}?(?:划?分类?|看|区分)(?:为|，|：|有)/u;

/**
 * Of the figures that a part of a list may mean, those that can be part of what its whole means: 其中基本支出 of an item is
 * the item's, a fund under 项目支出 means its projects, a fund under what was carried over what it carried over, and no
 * part is a figure that is more than its whole. `before` is the sentence up to the part.
 */
export function withinWhole(
  item: Item,
  ids: readonly string[],
  before: string,
  figures: Registry,
): readonly string[] {
  const fund = fundNamed(item.name);
  const carried = fund === undefined ? undefined : carriedOver(item, fund, before, figures);
  if (carried !== undefined) return carried;
  const wholes = wholesOf(item, before, figures);
  if (wholes.length === 0) return ids;
  if (fund !== undefined && !wholes.some((whole) => OF_FUNDS.test(whole))) return [];
  const received = wholes.every((whole) => RECEIVED.test(whole)) && !ids.some((id) => RECEIVED.test(id));
  const own =
    received && ids.length > 0 ? idsCalled({ ...item, name: `${item.name}收入` }, '', figures) : ids;
  return own
    .flatMap((id) => ofItem(id, item, wholes, figures))
    .filter((id) => !wholes.every((whole) => isMore(id, whole, figures)));
}

/** The figures that a part is a part of, by its list or by what the sentence says is split. */
export function wholesOf({ list, ...item }: Item, before: string, figures: Registry): readonly string[] {
  if (list !== undefined) return idsCalled(list.whole, '', figures);
  const [, split] = fundNamed(item.name) === undefined ? [] : (SPLIT.exec(before) ?? []);
  return split === undefined ? [] : idsCalled({ ...item, name: split, lead: '' }, '', figures);
}

function ofItem(id: string, item: Item, wholes: readonly string[], figures: Registry): readonly string[] {
  const fund = fundNamed(item.name);
  if (fund !== undefined && wholes.every((whole) => CODED.test(whole))) return ofCode(fund, wholes, figures);
  if (fund !== undefined) return ofFund(id, wholes, figures);
  const [, kind] = KIND.exec(id) ?? [];
  if (kind === undefined || !wholes.every((whole) => CODED.test(whole))) return [id];
  return wholes.map((whole) => whole.replace(/[^.]+$/u, kind)).filter((one) => figures.has(one));
}

/** 城乡社区支出…，其中政府性基金预算…: what that fund spent on the item. */
function ofCode(fund: string, wholes: readonly string[], figures: Registry): readonly string[] {
  const own = wholes.map((whole) => whole.replace(/^(支出\.\d+)\..*$/u, `$1.${fund}.合计`));
  return [...new Set(own)].filter((id) => figures.has(id));
}

/** 项目支出…，其中：非财政拨款…: none of a kind that the fund has no figure of. */
function ofFund(id: string, wholes: readonly string[], figures: Registry): readonly string[] {
  const kinds = new Set(wholes.map((whole) => KINDS.exec(whole)?.[1]));
  const [kind] = kinds;
  if (kind === undefined || kinds.size > 1) return [id];
  const own = id.replace(/^(支出\.[^.]+)\.合计$/u, `$1.${kind}`);
  return figures.has(own) ? [own] : [];
}

function isMore(id: string, whole: string, figures: Registry): boolean {
  const [a, b] = [figures.find(id), figures.find(whole)];
  if (a?.value.state !== 'known' || b?.value.state !== 'known' || a.unit !== b.unit) return false;
  return a.value.exact.minus(a.value.tolerance).gt(b.value.exact.plus(b.value.tolerance));
}
