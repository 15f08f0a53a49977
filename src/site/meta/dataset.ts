import { publicationDates } from '../../accounts/publication-dates.ts';
import { identityOf } from '../../compile/booklet-identity.ts';
import type { Booklet } from '../../compile/booklet.ts';
import {
  FILES,
  partFiles,
  tableFiles,
  wholeFiles,
  type PublishedFile,
} from '../../compile/published-files.ts';
import { publicAddress } from '../addresses.ts';
import { downloads, settings } from '../model.ts';

const CONTEXT = 'https://schema.org';

/**
 * A booklet as a data set, in the words of schema.org, for search engines that list data. Addresses are relative to
 * the booklet's front page unless the site says where it stands. Names licence and dates as far as they are stated.
 */
export function datasetDescription(booklet: Booklet): object {
  const { slug, year, folder: name, unit } = booklet;
  const { title, tables } = booklet.render();
  const { identifier, keywords } = identityOf(booklet);
  const { licence } = settings();
  const { publishedOn, correctedOn } = publicationDates(booklet.publication);
  const folder = publicAddress(`${slug}/${name}/`) ?? '';
  return {
    '@context': CONTEXT,
    '@type': 'Dataset',
    name: title,
    description: `${title}的全部数据：${tables.map((table) => table.title).join('、')}，以及文字说明和绩效自评表中的每个数字，附准确值和出处。`,
    identifier,
    url: `${folder}index.html`,
    inLanguage: 'zh-CN',
    isAccessibleForFree: true,
    temporalCoverage: `${year}-01-01/${year}-12-31`,
    keywords,
    ...(licence && { license: licence.address }),
    ...(publishedOn !== undefined && { datePublished: publishedOn }),
    ...(correctedOn !== undefined && { dateModified: correctedOn }),
    creator: { '@type': 'GovernmentOrganization', name: unit.name },
    distribution: distributions(booklet).map(({ content, path, mediaType }) => ({
      '@type': 'DataDownload',
      name: content,
      encodingFormat: mediaType,
      contentUrl: `${folder}${path}`,
    })),
  };
}

/** The data and the whole in other forms; the description of the data is no form of them. */
function distributions(booklet: Booklet): readonly PublishedFile[] {
  const made = downloads();
  const whole = wholeFiles(made).filter((file) => file !== FILES.dataPackage);
  const { parts, tables } = booklet.render();
  return [...whole, ...partFiles(made, parts), ...tableFiles(made, tables)];
}

/** The site as a catalogue, in the words of schema.org; each booklet describes itself on its own front page. */
export function catalogDescription(): object {
  const { name } = settings();
  return {
    '@context': CONTEXT,
    '@type': 'DataCatalog',
    name,
    inLanguage: 'zh-CN',
    url: publicAddress('') ?? 'index.html',
  };
}
