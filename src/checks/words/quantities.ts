import { Exact } from '../../accounts/decimal.ts';

/** A number in a text with the words before it, which say what is counted, and what follows. */
export interface Quantity {
  readonly number: Exact;
  /** The number with its unit, as far as it can be told: `285户`. */
  readonly written: string;
  /** The words between the last punctuation and the number, without `达到`, `为` and the like. */
  readonly phrase: string;
  /** What follows the number, cut short. */
  readonly rest: string;
  readonly offset: number;
}

const NUMBER = /\d+(?:,\d{3})*(?:\.\d+)?/gu;
const PHRASE = /[^，。；、：:,;（）()“”"\d\s]{1,24}$/u;
/** Words that link a name with its number. */
const LINKS =
  /(?:分别|全部|均|都|已|共计|累计|合计|共|平均|约|近|达到|达|为|是|等于|大于等于|小于等于|大于|小于|不低于|不少于|不超过|不高于|低于|高于|超过|提高到|提高至|压缩到|压缩至|增加到|完成|在|至|到)+$/u;
const UNIT = /^(?:%|％|[万亿]?[\p{Script=Han}]{0,2})/u;

/** The numbers of a text. */
export function quantitiesIn(text: string): readonly Quantity[] {
  return [...text.matchAll(NUMBER)].map((match) => {
    const rest = text.slice(match.index + match[0].length, match.index + match[0].length + 6);
    const before = text.slice(Math.max(match.index - 24, 0), match.index);
    return {
      number: new Exact(match[0].replaceAll(',', '')),
      written: match[0] + (UNIT.exec(rest)?.[0] ?? ''),
      phrase: (PHRASE.exec(before)?.[0] ?? '').replace(LINKS, ''),
      rest,
      offset: match.index,
    };
  });
}

/** Units that begin like a shorter one and are not it. */
const LONGER_UNITS = /^(?:人次|个工作日|个百分点|万|亿|个月)/u;

/** Whether a number's unit is the given one. */
export function hasUnit({ rest }: Quantity, unit: string): boolean {
  const longer = LONGER_UNITS.exec(rest)?.[0];
  if (longer !== undefined && !unit.startsWith(longer)) return false;
  return (
    rest.startsWith(unit) ||
    (unit === '%' && rest.startsWith('％')) ||
    (unit === '人' && rest.startsWith('名'))
  );
}
