import { isTag, type Kid, type Tag } from './tag.ts';

/** A heading of a level, from 1 for the largest; undefined: no heading. */
function levelOf(kid: Kid): number | undefined {
  const level = isTag(kid) ? /^H(?<level>[1-6])$/u.exec(kid.type)?.groups?.['level'] : undefined;
  return level === undefined ? undefined : Number(level);
}

/**
 * What stands in a part, with each heading and what follows it in a section of its own: up to the next heading of the same or
 * a higher level. A first heading that stands above all others is that of the whole.
 */
export function inSections(kids: readonly Kid[]): readonly Kid[] {
  const whole: Kid[] = [];
  const open: { readonly level: number; readonly kids: Kid[] }[] = [];
  const close = (): void => {
    const section = open.pop();
    if (section !== undefined) (open.at(-1)?.kids ?? whole).push({ type: 'Sect', kids: section.kids });
  };
  const title = titleOf(kids);
  for (const kid of kids) {
    const level = levelOf(kid);
    if (level !== undefined && kid !== title) {
      while ((open.at(-1)?.level ?? 0) >= level) close();
      open.push({ level, kids: [] });
    } else if (isPart(kid)) while (open.length > 0) close();
    (open.at(-1)?.kids ?? whole).push(kid);
  }
  while (open.length > 0) close();
  return whole;
}

function titleOf(kids: readonly Kid[]): Kid | undefined {
  const [first, ...others] = kids.filter((kid) => levelOf(kid) !== undefined);
  const level = first && levelOf(first);
  return level !== undefined && others.every((kid) => (levelOf(kid) ?? 0) > level) ? first : undefined;
}

function isPart(kid: Kid): kid is Tag {
  return isTag(kid) && (kid.type === 'Sect' || kid.type === 'Part');
}
