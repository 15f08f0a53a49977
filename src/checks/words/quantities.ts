/** A number in a text with the words before it, which say what is counted, and what follows. */
export interface Quantity {
  /** For comparing only: money in texts is read exactly elsewhere. */
  readonly number: number;
  readonly digits: string;
  /** The words between the last punctuation and the number, without `达到`, `为` and the like. */
  readonly phrase: string;
  /** What follows the number, cut short. */
  readonly rest: string;
  /** The unit, where it is one that begins like a shorter one: 人次, 个工作日; otherwise empty. */
  readonly longerUnit: string;
  readonly offset: number;
}

const NUMBER = /\d+(?:,\d{3})*(?:\.\d+)?/gu;
const PHRASE_ENDS = '，。；、：:,;（）()“”"0123456789% \n\t';
/** Characters before a number that can say what it counts. */
const REACH = 24;

/** Words that link a name with its number. */
const LINKS = [
  ...['分别', '全部', '共计', '累计', '合计', '平均', '达到', '大于等于', '小于等于', '等于', '大于', '小于'],
  ...['不低于', '不少于', '不超过', '不高于', '低于', '高于', '超过', '提高到', '提高至', '压缩到', '压缩至'],
  ...['增加到', '完成', '均', '都', '已', '共', '约', '近', '达', '为', '是', '在', '至', '到'],
];
/** After these words a number is a change or a beginning, not what was reached: 由85%提高到92%, 比上年增长5%. */
const NO_RESULT =
  /(?:由|从|自|[比较](?:上|去|同|年初|预|计划|目标).*|增长|增加|提高|提升|上升|下降|降低|减少|压缩|增幅|降幅|[多少高低超])$/u;
const LAST_OF_LINKS = new Set(LINKS.map((word) => word.at(-1)));
const LONGER_UNITS = /^(?:人次|个工作日|个百分点|万|亿|个月)/u;
/** What follows it belongs to another clause. */
const PUNCTUATION = /[，。；、！？]/u;
const UNIT = /^(?:%|％|[万亿]?[\p{Script=Han}]{0,2})/u;

/** The numbers of a text. */
export function quantitiesIn(text: string): readonly Quantity[] {
  return [...text.matchAll(NUMBER)].map(({ 0: digits, index }) => {
    const after = index + digits.length;
    const rest = text.slice(after, after + 6);
    return {
      number: Number(digits.replaceAll(',', '')),
      digits,
      phrase: phraseBefore(text, index),
      rest,
      longerUnit: LONGER_UNITS.exec(rest)?.[0] ?? '',
      offset: index,
    };
  });
}

/** The number with its unit, as far as it can be told: `285户`. */
export function writtenOf({ digits, rest }: Quantity): string {
  return digits + (UNIT.exec(rest)?.[0] ?? '');
}

function phraseBefore(text: string, end: number): string {
  let from = end;
  while (from > 0 && end - from < REACH && !PHRASE_ENDS.includes(text.charAt(from - 1))) from -= 1;
  let phrase = text.slice(from, end);
  while (LAST_OF_LINKS.has(phrase.at(-1))) {
    const link = LINKS.find((word) => phrase.endsWith(word));
    if (link === undefined) break;
    phrase = phrase.slice(0, -link.length);
  }
  return NO_RESULT.test(phrase) ? '' : phrase;
}

/** Whether a value is the number that a text states, or is rounded to it as it is written. */
export function states({ number, digits }: Quantity, value: number): boolean {
  if (value === number) return true;
  const decimals = digits.split('.')[1]?.length ?? 0;
  return decimals > 0 && Number(value.toFixed(decimals)) === number;
}

/** Whether a result is what the text says of it: the number that it states, or 以上 and the like. */
export function agrees(quantity: Quantity, value: number): boolean {
  const { number } = quantity;
  if (states(quantity, value)) return true;
  const [rest = ''] = quantity.rest.split(PUNCTUATION);
  if (/左右|上下/u.test(rest)) return true;
  return value > number ? /以上|余|多/u.test(rest) : /以下|以内|不到/u.test(rest);
}

/** Whether a number's unit is the given one. */
export function hasUnit({ rest, longerUnit }: Quantity, unit: string): boolean {
  if (!unit.startsWith(longerUnit)) return false;
  return (
    rest.startsWith(unit) ||
    (unit === '%' && rest.startsWith('％')) ||
    (unit === '人' && rest.startsWith('名'))
  );
}
