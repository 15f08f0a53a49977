import type { Pair, Slugs } from './pair.ts';

/** So much of what is the same stands around what differs. */
const AROUND = 12;
/** A text that is no longer is quoted whole. */
const SHORT = 40;

/** `甲 为“一”，乙 为“二”`; of long texts only what differs, with what stands around it. */
export function contrast(about: string, slugs: Slugs, said: Pair<string | undefined>): readonly string[] {
  if (said.a === said.b) return [];
  const quoted = said.a === undefined || said.b === undefined ? said : excerpts({ a: said.a, b: said.b });
  const says = (slug: string, text: string | undefined): string =>
    text === undefined || text === '' ? `${slug} 没有` : `${slug} 为“${text}”`;
  return [`${about}：${says(slugs.a, quoted.a)}，${says(slugs.b, quoted.b)}`];
}

/** Both texts without what they share at their beginnings and ends. */
function excerpts({ a, b }: Pair<string>): Pair<string> {
  if (a === '' || b === '' || Math.max(a.length, b.length) <= SHORT) return { a, b };
  const start = Math.max(0, sharedStart(a, b) - AROUND);
  const longestEnd = Math.min(a.length, b.length) - start;
  const end = Math.max(0, Math.min(sharedEnd(a, b), longestEnd) - AROUND);
  const cut = (text: string): string =>
    `${start > 0 ? '……' : ''}${text.slice(start, text.length - end)}${end > 0 ? '……' : ''}`;
  return { a: cut(a), b: cut(b) };
}

function sharedStart(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  return at;
}

function sharedEnd(a: string, b: string): number {
  let at = 0;
  while (at < a.length && at < b.length && a.at(-1 - at) === b.at(-1 - at)) at += 1;
  return at;
}
