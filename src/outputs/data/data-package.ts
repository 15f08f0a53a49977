import { createHash } from 'node:crypto';
import type { Booklet } from '../../compile/compile-site.ts';
import type { FlatField, FlatTable } from './flat-table.ts';

/** A file of a booklet's open data. */
export interface DataFile {
  /** Path from the booklet's folder. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** A statutory table with the file that holds it. */
export interface TableFile extends DataFile {
  readonly table: FlatTable;
}

/** What a Data Package says of a booklet. */
export interface PackageContents {
  readonly title: string;
  readonly tables: readonly TableFile[];
  readonly workbook: DataFile;
  readonly figures: DataFile;
}

export const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const DESCRIPTION = `九张决算表各一个 CSV 文件（UTF-8，带 BOM，CRLF 换行，第一行为列名），金额单位为万元，是未经四舍五入的准确值，不带千位分隔符。

金额为空表示未公开；零写作 0。合计和上级科目的行已经包含下级科目，相加会重复计算。以 =、+、-、@ 开头的文字前加一个单引号，以免被当作公式。

figures.json 列出全部数字：名称、准确值、印出的样子，以及填报的位置或算式。没有注明许可协议。`;

/** Each kind of column: its type, and what a reader must know of it. */
const FIELDS: Readonly<Record<FlatField['kind'], { type: string; description: string }>> = {
  side: { type: 'string', description: '原表左右并列的两部分上下排列，这一列说明属于哪一部分' },
  code: { type: 'string', description: '科目编码，是文字：类三位，款五位，项七位；合计行没有编码' },
  name: { type: 'string', description: '行的名称，与公开的决算表一致' },
  line: { type: 'integer', description: '公开的决算表中的行次' },
  column: { type: 'string', description: '金额在公开的决算表中的列名' },
  amount: { type: 'number', description: '单位：万元；准确值；空为未公开' },
};

/** datapackage.json, after the Data Package standard 2.0 (https://datapackage.org). */
export function dataPackage({ slug, year, unit }: Pick<Booklet, 'slug' | 'year' | 'unit'>, contents: PackageContents): string {
  const { title, tables, workbook, figures } = contents;
  const descriptor = {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: `${slug}-${year}`,
    title: `${title}：数据`,
    description: DESCRIPTION,
    keywords: ['部门决算', unit.name, `${year}年度`],
    contributors: [{ title: unit.name, roles: ['creator'] }],
    sources: [{ title, path: 'index.html' }],
    resources: [
      ...tables.map(tableResource),
      {
        name: 'booklet',
        title: '决算表（Excel，按公开的格式）',
        ...fileProperties(workbook),
        format: 'xlsx',
        mediatype: XLSX_TYPE,
      },
      {
        name: 'figures',
        title: '全部数字及其出处',
        ...fileProperties(figures),
        format: 'json',
        mediatype: 'application/json',
        encoding: 'utf-8',
      },
    ],
  };
  return `${JSON.stringify(descriptor, null, 2)}\n`;
}

function fileProperties({ path, bytes }: DataFile): Record<string, string | number> {
  return { path, bytes: bytes.length, hash: `sha256:${createHash('sha256').update(bytes).digest('hex')}` };
}

function tableResource(file: TableFile): object {
  const { key, title, fields } = file.table;
  return {
    name: key,
    type: 'table',
    title,
    ...fileProperties(file),
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    dialect: { header: true, delimiter: ',', lineTerminator: '\r\n', quoteChar: '"', doubleQuote: true },
    schema: { fields: fields.map(fieldDescriptor), missingValues: [''] },
  };
}

function fieldDescriptor({ name, kind }: FlatField): object {
  const { type, description } = FIELDS[kind];
  const labelled = kind === 'amount' && { missingValues: [{ value: '', label: '未公开' }] };
  return { name, type, title: name.replaceAll('/', ' / '), description, ...labelled };
}
