/** A file that is published beside a booklet's pages, to be downloaded. */
export interface PublishedFile {
  /** What it is called where files are listed for machines: unlike any table's key. */
  readonly name: string;
  /** From the booklet's front page. */
  readonly path: string;
  readonly mediaType: string;
  /** What it holds, in short: 全文, 决算表. */
  readonly content: string;
  /** What a reader is offered: 全文（PDF）. */
  readonly label: string;
  /** What a catalogue calls it. */
  readonly title: string;
}

/** Which kinds of files are made of a booklet. */
export interface MadeFiles {
  readonly pdf: boolean;
  /** The open data: all but the PDF. */
  readonly data: boolean;
  /** PDFs of parts. */
  readonly partPdfs: boolean;
}

/** A table of a booklet, as far as its file needs it. */
interface Table {
  readonly key: string;
  readonly title: string;
}

const JSON_TYPE = 'application/json';

/** The files that every booklet has one of, in the order in which readers are offered them. */
export const FILES = {
  pdf: file('pdf', 'booklet.pdf', 'application/pdf', ['全文', 'PDF']),
  word: file(
    'word',
    'booklet.docx',
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    ['全文', 'Word'],
  ),
  workbook: file(
    'booklet',
    'booklet.xlsx',
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    ['决算表', 'Excel'],
  ),
  figures: file('figures', 'figures.json', JSON_TYPE, ['全部数字', 'JSON'], '全部数字及其出处'),
  dataPackage: file('datapackage', 'datapackage.json', JSON_TYPE, ['数据说明', 'Data Package'], '数据说明'),
} as const;

function file(
  name: string,
  path: string,
  mediaType: string,
  [content, format]: readonly [string, string],
  title = `${content}（${format}）`,
): PublishedFile {
  return { name, path, mediaType, content, label: `${content}（${format}）`, title };
}

/** The data of a statutory table. */
export function tableFile({ key, title }: Table): PublishedFile {
  const path = `tables/${key}.csv`;
  return { name: key, path, mediaType: 'text/csv', content: title, label: title, title };
}

/** A part of a booklet, as far as its file needs it. */
interface Part {
  readonly key: string;
  readonly title: string;
}

/** Where the PDF of a part lies, from the booklet's front page. */
export function partPath(key: string): string {
  return `parts/${key}.pdf`;
}

/** A part of the booklet as a PDF of its own. */
export function partFile({ key, title }: Part): PublishedFile {
  const path = partPath(key);
  const label = `${title}（PDF）`;
  return { name: `part-${key}`, path, mediaType: 'application/pdf', content: title, label, title: label };
}

/** Those of the files that are made which hold the whole booklet. */
export function wholeFiles({ pdf, data }: Omit<MadeFiles, 'partPdfs'>): readonly PublishedFile[] {
  return Object.values(FILES).filter((one) => (one === FILES.pdf ? pdf : data));
}

/** The parts one by one, if PDFs of them are made. */
export function partFiles({ pdf, partPdfs }: MadeFiles, parts: readonly Part[]): readonly PublishedFile[] {
  return pdf && partPdfs ? parts.map(partFile) : [];
}

/** The PDFs that are made. */
export function pdfFiles(made: MadeFiles, parts: readonly Part[]): readonly PublishedFile[] {
  return [...(made.pdf ? [FILES.pdf] : []), ...partFiles(made, parts)];
}

const PDF_IN_SITE = new RegExp(`^(?<folder>[^/]+/[^/]+)/(?:${FILES.pdf.path}|${partPath('[^/]+')})$`, 'u');

/**
 * Of which booklet a file is a PDF, the whole or a part.
 *
 * @param path from a site's first page
 * @returns the folder of the booklet's front page, from there; undefined for any other file
 */
export function bookletOfPdf(path: string): string | undefined {
  return PDF_IN_SITE.exec(path)?.groups?.['folder'];
}

/** The data of the tables one by one, if data is made. */
export function tableFiles(
  { data }: Pick<MadeFiles, 'data'>,
  tables: readonly Table[],
): readonly PublishedFile[] {
  return data ? tables.map(tableFile) : [];
}
