import type { Licence } from '../../accounts/schema/imprint.ts';
import type { BookletSummary } from '../../summary/booklet-summary.ts';
import type { DataFile } from './data-file.ts';

/** A file of a booklet without its content. */
export interface ListedFile extends Pick<DataFile, 'title' | 'path' | 'mediaType'> {
  /** In bytes; not said of a PDF, which has another size once it is signed. */
  readonly size?: number;
}

/** A booklet and its files: PDFs, and open data with the Data Package itself. */
export interface CatalogEntry {
  readonly summary: Pick<BookletSummary, 'slug' | 'year' | 'name' | 'title' | 'publishedOn' | 'correctedOn'>;
  readonly files: readonly ListedFile[];
  /** On what terms its files may be used, if that is stated. */
  readonly licence?: Licence | undefined;
}

/** A file as the catalogue lists it. */
export function listed({ title, path, mediaType, bytes }: DataFile): ListedFile {
  return { title, path, mediaType, size: bytes.length };
}

const CONTEXT = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  'dcat:byteSize': { '@type': 'http://www.w3.org/2001/XMLSchema#nonNegativeInteger' },
  'dcat:startDate': { '@type': 'http://www.w3.org/2001/XMLSchema#date' },
  'dcat:endDate': { '@type': 'http://www.w3.org/2001/XMLSchema#date' },
  'dct:issued': { '@type': 'http://www.w3.org/2001/XMLSchema#date' },
  'dct:modified': { '@type': 'http://www.w3.org/2001/XMLSchema#date' },
} as const;

/**
 * catalog.json: the data sets of a site in the W3C's catalogue vocabulary (DCAT 3), as JSON-LD. Its addresses are
 * relative to itself, wherever the site is put.
 */
export function catalog(entries: readonly CatalogEntry[]): string {
  const description = {
    '@context': CONTEXT,
    '@id': '',
    '@type': 'dcat:Catalog',
    'dct:title': '部门决算公开数据',
    'dct:language': 'zh-CN',
    'dcat:dataset': entries.map(dataSet),
  };
  return `${JSON.stringify(description, null, 2)}\n`;
}

function dataSet({ summary, files, licence }: CatalogEntry): object {
  const { slug, year, name, title, publishedOn, correctedOn } = summary;
  const folder = `${slug}/${year}/`;
  return {
    '@id': folder,
    '@type': 'dcat:Dataset',
    'dct:identifier': `${slug}-${year}`,
    'dct:title': title,
    'dct:language': 'zh-CN',
    'dct:publisher': { '@type': 'foaf:Organization', 'foaf:name': name },
    'dct:temporal': {
      '@type': 'dct:PeriodOfTime',
      'dcat:startDate': `${year}-01-01`,
      'dcat:endDate': `${year}-12-31`,
    },
    ...(publishedOn !== undefined && { 'dct:issued': publishedOn }),
    ...(correctedOn !== undefined && { 'dct:modified': correctedOn }),
    ...(licence && { 'dct:license': licenceDocument(licence) }),
    'dcat:keyword': ['部门决算', `${year}年度`],
    'dcat:landingPage': { '@id': `${folder}index.html` },
    'dcat:distribution': files.map((file) => distribution(folder, file, licence)),
  };
}

function licenceDocument({ name, address }: Licence): object {
  return { '@id': address, '@type': 'dct:LicenseDocument', 'dct:title': name };
}

function distribution(
  folder: string,
  { title, path, mediaType, size }: ListedFile,
  licence: Licence | undefined,
): object {
  return {
    '@type': 'dcat:Distribution',
    'dct:title': title,
    'dcat:downloadURL': { '@id': `${folder}${path}` },
    'dcat:mediaType': { '@id': `https://www.iana.org/assignments/media-types/${mediaType}` },
    ...(size !== undefined && { 'dcat:byteSize': String(size) }),
    ...(licence && { 'dct:license': { '@id': licence.address } }),
  };
}
