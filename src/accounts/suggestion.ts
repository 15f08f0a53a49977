import { closest, distance } from 'fastest-levenshtein';

/** Above this length a mistyped word is not worth comparing with every known one. */
const MAX_LENGTH = 80;

/** `；是否为“…”？` for the known word nearest to a mistyped one; a short list if none is near; empty otherwise. */
export function suggestion(word: string, known: readonly string[]): string {
  if (known.length === 0 || word.length > MAX_LENGTH) return '';
  const nearest = shortened(word, known) ?? near(word, known);
  if (nearest !== undefined) return `；是否为“${nearest}”？`;
  return known.length <= 8 ? `；可用的有：${known.join('、')}` : '';
}

/** 单位 for 金额单位, 公务用车运行费 for 公务用车运行维护费: characters were left out or, the other way about, added. */
function shortened(word: string, known: readonly string[]): string | undefined {
  const close = known.filter((one) => {
    const [short, long] = word.length < one.length ? [word, one] : [one, word];
    return 2 * short.length >= long.length && isWithin(short, long);
  });
  return close.toSorted((a, b) => Math.abs(a.length - word.length) - Math.abs(b.length - word.length))[0];
}

/** Whether the characters of one word occur in another in the same order. */
function isWithin(short: string, long: string): boolean {
  let at = 0;
  for (const character of long) if (character === short[at]) at += 1;
  return short.length > 1 && at === short.length;
}

function near(word: string, known: readonly string[]): string | undefined {
  const alike = known.filter((one) => [...word].some((character) => one.includes(character)));
  if (alike.length === 0) return undefined;
  const nearest = closest(word, alike);
  return distance(word, nearest) <= Math.max(2, Math.floor(nearest.length / 2)) ? nearest : undefined;
}
