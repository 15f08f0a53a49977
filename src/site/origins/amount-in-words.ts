import { Exact, formatFixed } from '../../accounts/decimal.ts';
import { exactOf, type Figure } from '../../figures/figure.ts';

/** From here on, in 万元, an amount is said to the nearest 万元, below it to the nearest 元. */
const LARGE = 100;
/** Smaller amounts, in 万元, are easily read as they are printed. */
const SMALLEST = 1;
const YUAN = 10_000;

const DIGITS = '零一二三四五六七八九';
const PLACES = ['', '十', '百', '千'];
const MYRIADS = ['', '万', '亿', '万亿'];

/**
 * An amount of at least 一万元 as it is said, with a word on rounding where it was rounded:
 * `约六千三百九十九万元（四舍五入到万元）`, `二万七千四百元`.
 *
 * @returns undefined for smaller amounts, what is no amount, and what is not known
 */
export function amountInWords(figure: Figure): string | undefined {
  const exact = exactOf(figure);
  if (figure.unit !== '万元' || exact === undefined || exact.abs().lessThan(SMALLEST)) return undefined;
  const unit = exact.abs().lessThan(LARGE) ? '元' : '万元';
  const amount = unit === '元' ? exact.times(YUAN) : exact;
  const whole = new Exact(formatFixed(amount, 0));
  const words = `${whole.isNegative() ? '负' : ''}${integerInWords(whole.abs(), unit)}元`;
  return whole.eq(amount) ? words : `约${words}（四舍五入到${unit}）`;
}

/** Four digits after four, as they are read: `六千三百九十九万`. */
function integerInWords(whole: Exact, unit: '元' | '万元'): string {
  const digits = whole.toFixed() + (unit === '万元' ? '0000' : '');
  const groups = Math.ceil(digits.length / 4);
  const padded = digits.padStart(groups * 4, '0');
  let words = '';
  for (let index = 0; index < groups; index += 1) {
    const group = padded.slice(index * 4, index * 4 + 4);
    if (group === '0000') continue;
    const skipped = padded.slice(index * 4 - 4, index * 4) === '0000';
    const gap = words !== '' && (group.startsWith('0') || skipped);
    words += `${gap ? '零' : ''}${groupInWords(group)}${MYRIADS[groups - index - 1] ?? ''}`;
  }
  return words.replace(/^一十/, '十');
}

/** `二千零五` for 2005; noughts before and after are left out. */
function groupInWords(group: string): string {
  return [...group]
    .map((digit, index) => (digit === '0' ? '零' : `${DIGITS[Number(digit)]}${PLACES[3 - index]}`))
    .join('')
    .replaceAll(/零+/g, '零')
    .replaceAll(/^零|零$/g, '');
}
