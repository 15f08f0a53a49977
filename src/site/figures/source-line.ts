import { placeOfEntry, type Entry } from '../../figures/figure.ts';
import { formatPlace, type Place } from '../../source/place.ts';
import { settings } from '../model.ts';

/** A line of a file of the input. */
export interface SourceLine {
  /** `content/units/…/accounts.yaml:12:3` */
  readonly text: string;
  /** The line in the repository, if the site says where that can be read. */
  readonly href?: string;
}

/** Where an entry stands. */
export function sourceLine(entry: Entry): SourceLine {
  return lineAt(placeOfEntry(entry));
}

/** The line of a place, such as that of a finding. */
export function lineAt(place: Place): SourceLine {
  const { sources } = settings();
  const text = formatPlace(place);
  return sources === undefined
    ? { text }
    : { text, href: `${new URL(place.file, sources).href}#L${place.line}` };
}
