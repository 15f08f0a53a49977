import { knownText } from './disclosed.ts';
import type { Publication } from './schema/publication.ts';

/** When a booklet was published first, and when it was corrected last; ISO dates, missing where they are not known. */
export interface PublicationDates {
  readonly publishedOn?: string;
  readonly correctedOn?: string;
}

/** The known dates of a publication. */
export function publicationDates({ publishedOn, corrections }: Publication): PublicationDates {
  const published = knownText(publishedOn);
  const corrected = corrections.flatMap(({ date }) => knownText(date) ?? []).at(-1);
  return {
    ...(published !== undefined && { publishedOn: published }),
    ...(corrected !== undefined && { correctedOn: corrected }),
  };
}
