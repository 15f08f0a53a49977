import type { Booklet } from '../compile/booklet.ts';
import { publicAddress } from './addresses.ts';
import { downloads, settings } from './model.ts';

const CONTEXT = 'https://schema.org';

/**
 * A booklet as a data set, in the words of schema.org, for search engines that list data. Addresses are relative to
 * the booklet's front page unless the site says where it stands. Names no licence and no date: nobody has stated one.
 */
export function datasetDescription(booklet: Booklet): object {
  const { slug, year, unit } = booklet;
  const { title, tables } = booklet.render();
  const folder = publicAddress(`${slug}/${year}/`) ?? '';
  return {
    '@context': CONTEXT,
    '@type': 'Dataset',
    name: title,
    description: `${title}的全部数据：${tables.map((table) => table.title).join('、')}，以及文字说明和绩效自评表中的每个数字，附准确值和出处。`,
    identifier: `${slug}-${year}`,
    url: `${folder}index.html`,
    inLanguage: 'zh-CN',
    isAccessibleForFree: true,
    temporalCoverage: `${year}-01-01/${year}-12-31`,
    keywords: ['部门决算', unit.name, `${year}年度`],
    creator: { '@type': 'GovernmentOrganization', name: unit.name },
    distribution: distributions(booklet).map(([name, path, encodingFormat]) => ({
      '@type': 'DataDownload',
      name,
      encodingFormat,
      contentUrl: `${folder}${path}`,
    })),
  };
}

function distributions(booklet: Booklet): readonly (readonly [string, string, string])[] {
  const { pdf, data } = downloads();
  const { tables } = booklet.render();
  return [
    ...(pdf ? [['全文', 'booklet.pdf', 'application/pdf'] as const] : []),
    ...(data
      ? [
          [
            '全文',
            'booklet.docx',
            'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
          ] as const,
          [
            '决算表',
            'booklet.xlsx',
            'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
          ] as const,
          ['全部数字', 'figures.json', 'application/json'] as const,
          ...tables.map(({ title, key }) => [title, `tables/${key}.csv`, 'text/csv'] as const),
        ]
      : []),
  ];
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
