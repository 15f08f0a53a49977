/** A number in a text with the words before it, which say what is counted, and what follows. */
export interface Quantity {
  /** For comparing only: money in texts is read exactly elsewhere. */
  readonly number: number;
  readonly digits: string;
  /** The words between the last punctuation and the number, without `达到`, `为` and the like. */
  readonly phrase: string;
  /** What follows the number, cut short. */
  readonly rest: string;
  /** The words right before it, which may say that it is told roughly. */
  readonly before: string;
  /** The unit, where it is one that begins like a shorter one: 人次, 个工作日; otherwise empty. */
  readonly longerUnit: string;
  readonly offset: number;
}

const NUMBER = /\d+(?:,\d{3})*(?:\.\d+)?/gu;
const PHRASE_ENDS = '，。；、：:,;（）()“”"0123456789% \n\t';
/** Characters before a number that can say what it counts. */
const REACH = 24;

/** How far before a number words stand that say how roughly it is told. */
const LEAD = 4;

/** Words that link a name with its number. */
const LINKS = [
  ...['分别', '全部', '共计', '累计', '合计', '平均', '达到', '大于等于', '小于等于', '等于', '大于', '小于'],
  ...['不低于', '不少于', '不超过', '不高于', '低于', '高于', '超过', '提高到', '提高至', '压缩到', '压缩至'],
  ...['接近', '将近', '大约', '突破', '增加到', '完成', '均', '都', '已', '共', '约', '近', '逾', '超'],
  ...['达', '为', '是', '在', '至', '到'],
];
/** After these words a number is a change or a beginning, not what was reached: 由85%提高到92%, 比上年增长5%. */
const NO_RESULT =
  /(?:由|从|自|[比较](?:上|去|同|年初|预|计划|目标).*|增长|增加|提高|提升|上升|下降|降低|减少|压缩|增幅|降幅|[多少高低])$/u;
const LAST_OF_LINKS = new Set(LINKS.map((word) => word.at(-1)));
const LONGER_UNITS = /^(?:人次|个工作日|个百分点|万|亿|个月)/u;
/** 3500 余户: between a number and its unit. */
const VAGUE = /^[余多来](?!万|亿)/u;
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
      before: text.slice(Math.max(index - LEAD, 0), index),
      rest,
      longerUnit: LONGER_UNITS.exec(rest.replace(VAGUE, ''))?.[0] ?? '',
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

/** How roughly a number is told, by the words before it and, up to the next mark, behind it. */
const SAID: readonly (readonly [
  says: 'about' | 'over' | 'under' | 'more' | 'less',
  before: RegExp,
  behind: RegExp,
])[] = [
  ['about', /(?:约|大概|大致)$/u, /左右|上下/u],
  ['under', /(?:不超过?|不足|不到|不高于|低于|少于|未超过?)$/u, /以下|以内|不到/u],
  ['over', /(?:超过?|逾|突破|高于|多于|不低于|不少于)$/u, /以上/u],
  ['less', /近$/u, /(?!)/u],
  ['more', /(?!)/u, /余|多/u],
];
/** About: so much of it on either side, or the last digit that is told, where that is more. */
const ROUGHLY = 0.1;

/** Whether a result is what the text says of it: the number that it states, or 约, 近, 超, 余 and the like of it. */
export function agrees(quantity: Quantity, value: number): boolean {
  const { number, before } = quantity;
  if (states(quantity, value)) return true;
  const [rest = ''] = quantity.rest.split(PUNCTUATION);
  const says = SAID.find(([, lead, behind]) => lead.test(before) || behind.test(rest))?.[0];
  const reach = Math.max(Math.abs(number) * ROUGHLY, stepOf(quantity));
  if (says === 'about') return Math.abs(value - number) <= reach;
  if (says === 'over') return value > number;
  if (says === 'under') return value < number;
  if (says === 'more') return value > number && value <= number + reach;
  return says === 'less' && value < number && value >= number - reach;
}

/** What the last digit stands for that is not zero. */
function stepOf({ digits }: Quantity): number {
  const [whole = '', decimals = ''] = digits.replaceAll(',', '').split('.');
  const zeros = /0*$/u.exec(whole + decimals)?.[0].length ?? 0;
  return 10 ** (zeros - decimals.length);
}

/** Whether a number's unit is the given one. */
export function hasUnit({ rest: behind, longerUnit }: Quantity, unit: string): boolean {
  const rest = behind.replace(VAGUE, '');
  if (!unit.startsWith(longerUnit)) return false;
  return (
    rest.startsWith(unit) ||
    (unit === '%' && rest.startsWith('％')) ||
    (unit === '人' && rest.startsWith('名'))
  );
}
