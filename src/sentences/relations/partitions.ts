/** Names of parts that are ranges of a number: 35岁以下, 36至50岁, 51岁以上. */
const BELOW = /^(\d+)[^\d]{0,2}?(?:及|（含）)?(?:以下|以内)/u;
const ABOVE = /^(\d+)[^\d]{0,2}?(?:及|（含）)?以上/u;
const BETWEEN = /^(\d+)[^\d至到]{0,2}(?:至|到|-|—|~|～)(\d+)/u;
const FEWEST = 2;

interface Range {
  readonly low: number;
  readonly high: number;
}

/** Whether ranges, in the order in which a text names them, cover all numbers and none twice. */
export function isPartition(names: readonly string[]): boolean {
  const ranges = names.map(rangeOf);
  if (ranges.length < FEWEST || ranges.some((range) => range === undefined)) return false;
  const sorted = ranges.flatMap((range) => range ?? []).toSorted((a, b) => a.low - b.low);
  return (
    sorted[0]?.low === -Infinity &&
    sorted.at(-1)?.high === Infinity &&
    sorted.slice(1).every(({ low }, index) => {
      const before = sorted[index]?.high ?? 0;
      return low === before || low === before + 1;
    })
  );
}

function rangeOf(name: string): Range | undefined {
  const [below, above, between] = [BELOW.exec(name), ABOVE.exec(name), BETWEEN.exec(name)];
  if (below !== null) return { low: -Infinity, high: Number(below[1]) };
  if (above !== null) return { low: Number(above[1]), high: Infinity };
  return between === null ? undefined : { low: Number(between[1]), high: Number(between[2]) };
}
