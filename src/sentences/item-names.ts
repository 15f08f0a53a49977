import { SLOTS } from './belonging.ts';
import { bareName, isEvent, isGeneric } from './names.ts';
import type { Cue } from './roles.ts';
import type { Item } from './sentence.ts';
import { clauseBefore, type Stretch } from './split.ts';

/** 一般公共预算财政拨款收入…，支出增加…: what went out of the same money. */
function turnedName(name: string, { role }: Cue, current: Item | undefined): string | undefined {
  const before = current?.name ?? '';
  const other = name === '支出' ? '收入' : name === '收入' ? '支出' : undefined;
  const changes = role === 'change' || role === 'changeRate';
  if (other === undefined || !changes || !before.endsWith(other)) return undefined;
  return before.slice(0, -other.length) + name;
}

/**
 * What a number is told of, by the words before it; empty where they name nothing of its own.
 *
 * @param items what the sentence told of so far
 */
export function nameFor(cue: Cue, clause: Stretch, lead: string, items: readonly Item[]): string {
  const name = bareName(cue.subject);
  if (!isGeneric(name)) return name;
  const turned = turnedName(name, cue, items.at(-1));
  if (turned !== undefined) return turned;
  // 行政运行（项）：支出决算为 963.94 万元
  const mark = lead.charAt(clause.from - 1);
  const goesOn = mark === '：' || (items.length === 0 && mark === '，');
  if (!goesOn || !SLOTS.has(cue.role)) return '';
  const earlier = bareName(clauseBefore(lead.slice(0, clause.from - 1)).text);
  return isGeneric(earlier) || isEvent(earlier) ? '' : earlier;
}
