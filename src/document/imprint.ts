import { knownText } from '../accounts/disclosed.ts';
import type { Contact } from '../accounts/schema/imprint.ts';
import type { Publication } from '../accounts/schema/publication.ts';
import type { SiteSettings } from '../accounts/schema/site.ts';
import type { Unit } from '../accounts/schema/unit.ts';
import { dayInWords } from './day-in-words.ts';

/** Where registrations are looked up, as the authorities ask sites to link them. */
const ICP_REGISTER = 'https://beian.miit.gov.cn/';
const POLICE_REGISTER = 'https://beian.mps.gov.cn/#/query/webSearch?code=';

/** What the last page of a booklet that left the site is called: which edition it is, and who answers for it. */
export const EDITION_NOTICE = '版本说明';

/** Something that the foot of a page states, by its name. */
export interface ImprintItem {
  readonly name: string;
  readonly text: string;
  readonly href?: string;
  readonly rel?: string;
}

/** What the foot of a page states, and where it leads beside the site's own pages. Nothing stands for what is not given. */
export interface Imprint {
  readonly items: readonly ImprintItem[];
  readonly links: readonly { readonly text: string; readonly href: string }[];
}

/**
 * The foot of a page.
 *
 * @param unit the body that the page is of, as it was in the page's year
 * @param publication of the booklet that the page is of
 */
export function imprintOf(settings: SiteSettings, unit?: Unit, publication?: Publication): Imprint {
  const { operator, contractor, siteNumber, corrections, authority } = settings;
  const requests = unit?.contact?.requests ?? settings.requests;
  return {
    items: [
      ...stated('主办单位', operator),
      ...stated('承办单位', contractor),
      ...contactItems(settings, unit),
      ...stated('网站标识码', siteNumber),
      ...registrations(settings),
      ...(settings.licence === undefined
        ? []
        : [
            {
              name: '数据许可',
              text: settings.licence.name,
              href: settings.licence.address,
              rel: 'license',
            },
          ]),
      ...dateItems(publication),
    ],
    links: [
      ...(corrections === undefined ? [] : [{ text: '纠错', href: corrections }]),
      ...(requests === undefined ? [] : [{ text: '依申请公开', href: requests }]),
      ...(authority === undefined ? [] : [{ text: '党政机关网站标识', href: authority }]),
    ],
  };
}

/** The body's own contact if it gives any: its telephone beside the site's address would lead nowhere. */
function contactItems(settings: SiteSettings, unit: Unit | undefined): readonly ImprintItem[] {
  const own = unit?.contact;
  const isOwn = [own?.phone, own?.email, own?.postal].some((one) => one !== undefined);
  const { phone, email, postal }: Contact = (isOwn ? own : undefined) ?? settings;
  return [
    ...stated('联系单位', isOwn ? unit?.name : undefined),
    ...stated('联系电话', phone, phone && `tel:${phone.replace('转', ',')}`),
    ...stated('电子邮箱', email, email && `mailto:${email}`),
    ...stated('联系地址', postal),
  ];
}

function registrations({ icpNumber, policeNumber }: SiteSettings): readonly ImprintItem[] {
  return [
    ...stated('ICP备案', icpNumber, ICP_REGISTER),
    ...stated('公安备案', policeNumber, `${POLICE_REGISTER}${/\d+/.exec(policeNumber ?? '')?.[0] ?? ''}`),
  ];
}

function dateItems(publication: Publication | undefined): readonly ImprintItem[] {
  if (publication === undefined) return [];
  const { draft, approvedOn, publishedOn, corrections } = publication;
  const corrected = corrections.at(-1);
  const on = (name: string, day: string | undefined) => stated(name, day && dayInWords(day));
  return [
    ...stated('稿本', draft),
    ...on('批复日期', knownText(approvedOn)),
    ...on('公开日期', knownText(publishedOn)),
    ...(corrected === undefined ? [] : on(`第${corrected.edition}版更正日期`, knownText(corrected.date))),
  ];
}

function stated(name: string, text: string | undefined, href?: string): readonly ImprintItem[] {
  return text === undefined ? [] : [{ name, text, ...(href !== undefined && { href }) }];
}
