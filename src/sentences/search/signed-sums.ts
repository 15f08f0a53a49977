import { signOfChange } from './directions.ts';
import { total, type Guess } from './guess.ts';
import type { Term } from './terms.ts';

/** Words of what goes out, before an amount that is taken off. */
const OUT =
  /支出|减少|下降|降低|调减|调出|调离|核减|压减|拨付|使用(?!.*结余)|上缴|收回|退休|辞职|处置|报废|注销|办结|办理|分配|去世|死亡|核销/u;
/** What leads from a change to what it is made of. */
const WHY = /其中|主要|原因|包括|是|：/u;
const CLOSING = /年末|期末|月末|余额|结余|结转|剩余|现有|净/u;

/** 增加 5 万元，主要是 A 增加 8 万元、B 减少 3 万元; 年初 3 万元，收入 9 万元，支出 8 万元，年末 4 万元. */
export function signedSums(row: readonly Term[]): readonly Guess[] {
  return row.flatMap((first, at) =>
    row.slice(at + 2).flatMap((last, length): Guess[] => {
      const run = row.slice(at, at + 3 + length);
      const changes = run.every((one) => signOfChange(one) !== 0) && WHY.test(run[1]?.placed.lead ?? '');
      const closes = run.length > 3 && CLOSING.test(last.placed.clause) && CLOSING.test(first.placed.clause);
      return [
        ...(changes ? [signedSum(run.slice(1), first, signOfChange)] : []),
        ...(closes ? [signedSum(run.slice(0, -1), last, flowOf)] : []),
      ];
    }),
  );
}

function signedSum(parts: readonly Term[], result: Term, signOf: (one: Term) => number): Guess {
  const signs = parts.map(signOf);
  const own = signOf === flowOf ? 1 : signOf(result);
  return {
    kind: 'sum',
    parts,
    result,
    make: (values) => own * total(values.map((value, at) => value * (signs[at] ?? 1))),
    cue: 6,
    turns: signOf !== flowOf,
    formula: parts
      .map(({ quantity }, at) => `${(signs[at] ?? 1) < 0 ? ' − ' : at > 0 ? ' ＋ ' : ''}${quantity.text}`)
      .join(''),
  };
}

function flowOf({ placed: { clause } }: Term): number {
  return OUT.test(clause) ? -1 : 1;
}
