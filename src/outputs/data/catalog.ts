import type { Booklet } from '../../compile/booklet.ts';
import type { DataFile } from './data-file.ts';

/** A booklet with its open data. */
export interface DataSet {
  readonly booklet: Pick<Booklet, 'slug' | 'year' | 'unit'>;
  /** The booklet's title. */
  readonly title: string;
  /** All its files, the Data Package itself included. */
  readonly files: readonly DataFile[];
}

const CONTEXT = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  'dcat:byteSize': { '@type': 'http://www.w3.org/2001/XMLSchema#nonNegativeInteger' },
  'dcat:startDate': { '@type': 'http://www.w3.org/2001/XMLSchema#date' },
  'dcat:endDate': { '@type': 'http://www.w3.org/2001/XMLSchema#date' },
} as const;

/**
 * catalog.json: the data sets of a site in the W3C's catalogue vocabulary (DCAT 3), as JSON-LD. Its addresses are
 * relative to itself, wherever the site is put.
 */
export function catalog(sets: readonly DataSet[]): string {
  const description = {
    '@context': CONTEXT,
    '@id': '',
    '@type': 'dcat:Catalog',
    'dct:title': '部门决算公开数据',
    'dct:language': 'zh-CN',
    'dcat:dataset': sets.map(dataSet),
  };
  return `${JSON.stringify(description, null, 2)}\n`;
}

function dataSet({ booklet, title, files }: DataSet): object {
  const { slug, year, unit } = booklet;
  const folder = `${slug}/${year}/`;
  return {
    '@id': folder,
    '@type': 'dcat:Dataset',
    'dct:identifier': `${slug}-${year}`,
    'dct:title': title,
    'dct:language': 'zh-CN',
    'dct:publisher': { '@type': 'foaf:Organization', 'foaf:name': unit.name },
    'dct:temporal': {
      '@type': 'dct:PeriodOfTime',
      'dcat:startDate': `${year}-01-01`,
      'dcat:endDate': `${year}-12-31`,
    },
    'dcat:keyword': ['部门决算', `${year}年度`],
    'dcat:landingPage': { '@id': `${folder}index.html` },
    'dcat:distribution': files.map((file) => distribution(folder, file)),
  };
}

function distribution(folder: string, { title, path, mediaType, bytes }: DataFile): object {
  return {
    '@type': 'dcat:Distribution',
    'dct:title': title,
    'dcat:downloadURL': { '@id': `${folder}${path}` },
    'dcat:mediaType': { '@id': `https://www.iana.org/assignments/media-types/${mediaType}` },
    'dcat:byteSize': String(bytes.length),
  };
}
