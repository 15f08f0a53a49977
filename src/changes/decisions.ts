import { isAccounts } from '../accounts/content-files.ts';
import { UNDISCLOSED } from '../accounts/disclosed.ts';
import { nodeAt, plainValue, placeOfKey, placeOfValue, type YamlDocument } from '../source/yaml.ts';
import type { DecisionChange } from './change.ts';

/** What became of the decisions of one file: findings let stand (核对说明), approved totals (批复数), pinned prints (印数). */
export function decisionChanges(
  path: string,
  before: YamlDocument | undefined,
  after: YamlDocument | undefined,
): readonly DecisionChange[] {
  if (!isAccounts(path)) return [];
  return [
    ...waiverChanges(before, after),
    ...valueChanges('approved', '批复数', before, after),
    ...valueChanges('pinned', '印数', before, after),
  ];
}

/** A 核对说明 as it is written. */
interface Waiver {
  readonly about: string;
  readonly wording: string;
  readonly text: string;
  readonly place: DecisionChange['place'];
}

function waiversOf(document: YamlDocument | undefined): readonly Waiver[] {
  const list = document && nodeAt(document.root, ['核对说明']);
  if (document === undefined || list?.kind !== 'sequence') return [];
  return list.items.map((item, index) => {
    const fields = plainValue(item);
    const field = (key: string): string =>
      typeof fields === 'object' && fields !== null
        ? String((fields as Record<string, unknown>)[key] ?? '')
        : '';
    const keys = ['内容', '理由', '决定人', '日期'];
    return {
      about: `${field('规则')} ${field('数字')}${field('位置')}`,
      wording: field('内容'),
      text: keys.map((key) => `${key}：${field(key)}`).join('；'),
      place: placeOfValue(document, ['核对说明', index]),
    };
  });
}

function waiverChanges(
  before: YamlDocument | undefined,
  after: YamlDocument | undefined,
): readonly DecisionChange[] {
  const [old, now] = [waiversOf(before), waiversOf(after)];
  const untouched = (one: Waiver, others: readonly Waiver[]): boolean =>
    others.some(({ about, text }) => about === one.about && text === one.text);
  const [gone, added] = [
    old.filter((one) => !untouched(one, now)),
    now.filter((one) => !untouched(one, old)),
  ];
  const changed = added.map((one): DecisionChange => {
    const at = gone.findIndex(({ about }) => about === one.about);
    return waiverChange(at < 0 ? undefined : gone.splice(at, 1)[0], one);
  });
  return [
    ...changed,
    ...gone.map(({ about, text, place }): DecisionChange => ({
      kind: 'waiver',
      became: 'gone',
      about,
      place,
      before: text,
      after: null,
    })),
  ];
}

function waiverChange(before: Waiver | undefined, after: Waiver): DecisionChange {
  const { about, text, place } = after;
  const became =
    before === undefined ? 'new' : isLooser(before.wording, after.wording) ? 'loosened' : 'changed';
  return { kind: 'waiver', became, about, place, before: before?.text ?? null, after: text };
}

/** How far two sides of a finding are apart: `差 0.05万元`. */
const APART = /差\s*(-?[\d.]+)/u;

/** Whether a quote lets more pass: a part of what was quoted, or a larger difference. */
function isLooser(before: string, after: string): boolean {
  if (before !== after && before.includes(after)) return true;
  const [old, now] = [before, after].map((text) => Math.abs(Number(APART.exec(text)?.[1] ?? NaN)));
  return old !== undefined && now !== undefined && now > old;
}

/** Values by their ids, under one key of the file. */
function valuesOf(document: YamlDocument | undefined, section: string): ReadonlyMap<string, string> {
  const entry = document && nodeAt(document.root, [section]);
  if (entry?.kind !== 'mapping') return new Map();
  return new Map(
    [...entry.entries.values()].map(({ key, value }) => [
      key,
      value.kind === 'scalar' ? value.text : JSON.stringify(plainValue(value)),
    ]),
  );
}

function valueChanges(
  kind: 'approved' | 'pinned',
  section: string,
  before: YamlDocument | undefined,
  after: YamlDocument | undefined,
): readonly DecisionChange[] {
  const [old, now] = [valuesOf(before, section), valuesOf(after, section)];
  return [...new Set([...now.keys(), ...old.keys()])].flatMap((id): readonly DecisionChange[] => {
    const sides = { before: old.get(id) ?? null, after: now.get(id) ?? null };
    const document = sides.after === null ? before : after;
    if (sides.before === sides.after || document === undefined) return [];
    return [
      { kind, became: valueBecame(sides), about: id, place: placeOfKey(document, [section, id]), ...sides },
    ];
  });
}

/** A total that is no longer disclosed is compared with nothing. */
function valueBecame({ before, after }: Pick<DecisionChange, 'before' | 'after'>): DecisionChange['became'] {
  if (before === null) return 'new';
  if (after === null) return 'gone';
  return after === UNDISCLOSED ? 'loosened' : 'changed';
}
