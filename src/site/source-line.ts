import { placeOfEntry, type Entry } from '../figures/figure.ts';
import { formatPlace } from '../source/place.ts';
import { settings } from './model.ts';

/** The line of a file where a number was entered. */
export interface SourceLine {
  /** `content/units/…/accounts.yaml:12:3` */
  readonly text: string;
  /** The line in the repository, if the site says where that can be read. */
  readonly href?: string;
}

/** Where an entry stands. */
export function sourceLine(entry: Entry): SourceLine {
  const place = placeOfEntry(entry);
  const { sources } = settings();
  const text = formatPlace(place);
  return sources === undefined
    ? { text }
    : { text, href: `${new URL(place.file, sources).href}#L${place.line}` };
}
