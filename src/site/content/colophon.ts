import type { SiteSettings } from '../../accounts/schema/site.ts';
import type { Booklet } from '../../compile/booklet.ts';
import { identityOf } from '../../compile/booklet-identity.ts';
import { EDITION_NOTICE, imprintOf, type ImprintItem } from '../../document/imprint.ts';
import { publicAddress } from '../addresses.ts';
import { checkCounts } from '../figures/checks-page.ts';
import { publicationNotice, supersededWords, type Correction } from '../figures/publication.ts';

/** What the last page of a printed booklet says of it, as far as it is known: nothing of it is the booklet's own text. */
export interface Colophon {
  readonly items: readonly ImprintItem[];
  /** The first first. */
  readonly corrections: readonly Correction[];
}

/** The id of the page, and what it is called in the contents list. */
export const COLOPHON = { id: 'colophon', title: EDITION_NOTICE } as const;

/**
 * Which edition a printed booklet is, who answers for it, when it was published and corrected, what was checked: in the words
 * of the site's own pages.
 *
 * @param page the address of the page that it stands on
 */
export function colophonOf(booklet: Booklet, settings: SiteSettings, page: URL): Colophon {
  const { slug, folder, unit, publication, superseded } = booklet;
  const address = publicAddress(`${slug}/${folder}/`);
  return {
    items: [
      { name: '书名', text: booklet.render().title },
      ...(publication.draft === undefined
        ? [{ name: '版次', text: `第${identityOf(booklet).edition}版` }]
        : []),
      ...(superseded === undefined ? [] : [{ name: '更正', text: supersededWords(superseded) }]),
      ...imprintOf(settings, unit, publication).items,
      ...(address === undefined ? [] : [{ name: '网上全文', text: address }]),
      ...(settings.checks ? [{ name: '核对', text: checkedInWords(booklet) }] : []),
    ],
    // On paper nothing leads to the editions before.
    corrections: (publicationNotice(booklet, page)?.corrections ?? []).map(withoutPrevious),
  };
}

function withoutPrevious({ previous: _, before: __, ...correction }: Correction): Correction {
  return correction;
}

/** `核对了116条规则，都没有发现；公开了981个数字，…`: of what there is none, nothing is said. */
function checkedInWords(booklet: Booklet): string {
  return checkCounts(booklet)
    .filter(({ value }) => !value.startsWith('0'))
    .map(({ name, value, words }) => `${name}${value}，${words}`)
    .join('；');
}
