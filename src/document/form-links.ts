import type { BookletSource } from './booklet-source.ts';
import type { LinkLine } from './marks.ts';

/** Where the forms of a kind that booklets do not print are published, a line each; none for other kinds. */
export function formLinks({ year }: BookletSource, kind: string): readonly LinkLine[] {
  return year.evaluations.flatMap(({ value }) => {
    if (value.kind.key !== kind || value.link === undefined) return [];
    const address = isAddress(value.link);
    return [{ name: value.name ?? value.kind.title, target: value.link, address }];
  });
}

function isAddress(text: string): boolean {
  return /^https?:\/\/\S+$/.test(text) && URL.canParse(text);
}
