import { placeOfEntry, type Entry } from '../../figures/figure.ts';
import { formatPlace, type Place } from '../../source/place.ts';
import { settings } from '../model.ts';

/** A line of a file of the input. */
export interface SourceLine {
  /** `content/units/…/accounts.yaml:12:3`; where it leads nowhere in words, `….yaml第12行第3列`; of a pack that came with the program, that and which version. */
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
  const { shipped, ...own } = place;
  const text = formatPlace(own);
  // It is not in the published repository.
  if (shipped !== undefined) return { text: `明白账 ${shipped.version} 版自带的 ${text}` };
  return sources === undefined
    ? { text: `${place.file}第${place.line}行第${place.column}列` }
    : { text, href: `${new URL(place.file, sources).href}#L${place.line}` };
}
