import { createHash } from 'node:crypto';
import type { Licence } from '../../accounts/schema/imprint.ts';
import { identityOf } from '../../compile/booklet-identity.ts';
import type { Booklet } from '../../compile/booklet.ts';
import { FILES } from '../../compile/published-files.ts';
import type { DataFile } from './data-file.ts';
import type { FlatField, FlatTable } from './flat-table.ts';

const DESCRIPTION = `每张决算表一个 CSV 文件：UTF-8，带 BOM，CRLF 换行，第一行为列名；同样的数字按公开的格式排版，在 ${FILES.workbook.path} 中；全文在 ${FILES.word.path} 中。

金额是以万元为单位、未经四舍五入的准确值，不带千位分隔符；除不尽的比率比印出的多留四位小数；空为未公开，零写作 0。合计和上级科目的行已经包含下级科目，不要一起相加。以 =、+、-、@ 开头的文字在 CSV 中前加一个单引号，以免被当作公式。

${FILES.figures.path} 列出全部数字：准确值、印出的样子，以及填报的位置或算式。`;

/** What a reader must know of each kind of column. */
const FIELDS: Readonly<Record<FlatField['kind'], { readonly type: string; readonly description: string }>> = {
  side: { type: 'string', description: '公开的决算表左右并列的各部分，在这里上下排列' },
  code: { type: 'string', description: '科目编码，是文字：类三位，款五位，项七位；合计行为空' },
  name: { type: 'string', description: '行的名称，与公开的决算表一致' },
  line: { type: 'integer', description: '公开的决算表中的行次' },
  column: { type: 'string', description: '金额在公开的决算表中的列名：这张表每个金额一行' },
  amount: { type: 'number', description: '准确值；空为未公开' },
};

/** datapackage.json, after the Data Package standard 2.0 (https://datapackage.org). Names no time of its making. */
export function dataPackage(
  booklet: Booklet,
  title: string,
  files: readonly DataFile[],
  licence?: Licence,
): string {
  const { unit } = booklet;
  const { identifier, keywords } = identityOf(booklet);
  const descriptor = {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: identifier,
    title: `${title}（数据）`,
    description: DESCRIPTION,
    keywords,
    ...(licence && { licenses: [{ path: licence.address, title: licence.name }] }),
    contributors: [{ title: unit.name, roles: ['creator'] }],
    sources: [{ title, path: 'index.html' }],
    resources: files.map(resource),
  };
  return `${JSON.stringify(descriptor, null, 2)}\n`;
}

function resource({ name, title, path, mediaType, bytes, table, records }: DataFile): object {
  return {
    name,
    ...(table && { type: 'table' }),
    path,
    title,
    ...(table?.note !== undefined && { description: table.note }),
    format: path.slice(path.lastIndexOf('.') + 1),
    mediatype: mediaType,
    ...(/csv$|json$/.test(mediaType) && { encoding: 'utf-8' }),
    bytes: bytes.length,
    hash: `sha256:${createHash('sha256').update(bytes).digest('hex')}`,
    ...(table && tableProperties(table)),
    // Not said to be of the type of a table: readers would look for its rows at the file's root.
    ...(records && { dialect: { property: records.property }, schema: { fields: records.fields } }),
  };
}

function tableProperties({ fields }: FlatTable): object {
  return {
    dialect: { header: true, delimiter: ',', lineTerminator: '\r\n', quoteChar: '"', doubleQuote: true },
    schema: { fields: fields.map(fieldDescriptor), missingValues: [''] },
  };
}

function fieldDescriptor({ name, kind, units = [] }: FlatField): object {
  const { type, description: meaning } = FIELDS[kind];
  const description = units.length === 0 ? meaning : `单位：${units.join('、')}；${meaning}`;
  // Only an empty amount is something that is not disclosed; a total has no code.
  const missing = kind === 'amount' && { missingValues: [{ value: '', label: '未公开' }] };
  return { name, type, title: name.replaceAll('/', '：'), description, ...missing };
}
