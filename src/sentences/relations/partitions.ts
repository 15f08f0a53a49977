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

function rangeOf(words: string): Range | undefined {
  const name = words.replace(/^[^\d]{0,8}/u, '');
  const [below, above, between] = [BELOW.exec(name), ABOVE.exec(name), BETWEEN.exec(name)];
  if (below !== null) return { low: -Infinity, high: Number(below[1]) };
  if (above !== null) return { low: Number(above[1]), high: Infinity };
  return between === null ? undefined : { low: Number(between[1]), high: Number(between[2]) };
}

/** What is done and what is not; a name without its 已. */
const DONE = /^(?:已|完成|办结|完工|竣工|建成|开工|执结|签约|整改|销号|验收)/u;
const NOT_DONE = /^(?:尚未|还未|仍未|未|待|在建|在办|续建|正在|剩余|其余)/u;
const NEGATION = /^(?:尚未|还未|未|不|非|无)/u;

/** 按期完工, 超期未完工: when something was done or not. */
const IN_TIME = /^(?:按期|如期|按时|超期|逾期|延期)/u;

/** 按时报送、延期报送、未报送: what is so in one way or another, and what is not. */
export function areSoOrNot(names: readonly string[]): boolean {
  if (names.length <= FEWEST) return false;
  const stems = names.flatMap(
    (name) => /^(?:尚未|还未|未|没有)([\p{Script=Han}]{2,})$/u.exec(name)?.[1] ?? [],
  );
  const [stem] = stems;
  return stem !== undefined && stems.length === 1 && names.every((name) => name.includes(stem));
}

/** Whether two parts are what is so and what is not: 已签约 and 未签约, 合格 and 不合格, 建成 and 在建. */
export function areComplements(names: readonly string[]): boolean {
  const [a = '', b = '', more] = names.map((name) => name.replace(IN_TIME, ''));
  if (more !== undefined || a === '' || b === '') return false;
  return [
    [a, b],
    [b, a],
  ].some(([one = '', other = '']) => {
    const stem = one.replace(/^已/u, '');
    return other.replace(NEGATION, '') === stem && other !== stem
      ? true
      : DONE.test(one) && NOT_DONE.test(other);
  });
}
