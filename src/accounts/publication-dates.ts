import { UNDISCLOSED } from './disclosed.ts';
import type { Publication } from './schema/publication.ts';

/** A date that is known: neither left out nor 未公开. */
export function knownDate(date: string | undefined): string | undefined {
  return date === UNDISCLOSED ? undefined : date;
}

/** When a booklet was published first, and when it was corrected last; ISO dates, missing where they are not known. */
export interface PublicationDates {
  readonly publishedOn?: string;
  readonly correctedOn?: string;
}

/** The known dates of a publication. */
export function publicationDates({ publishedOn, corrections }: Publication): PublicationDates {
  const published = knownDate(publishedOn);
  const corrected = corrections.flatMap(({ date }) => knownDate(date) ?? []).at(-1);
  return {
    ...(published !== undefined && { publishedOn: published }),
    ...(corrected !== undefined && { correctedOn: corrected }),
  };
}
