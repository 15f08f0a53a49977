import { knownText } from '../../accounts/disclosed.ts';
import type { Booklet } from '../../compile/booklet.ts';
import { publishedFigures, toldOf } from '../../compile/published-figures.ts';
import type { RecordField } from './data-file.ts';
import { figureRecord, type FigureRecord } from './figure-record.ts';

type Fields = Readonly<
  Record<keyof FigureRecord, readonly [type: RecordField['type'], title: string, text: string]>
>;

const FIELDS: Fields = {
  id: ['string', '名称', '数字的名称，各年相同，可以引用：figures/#名称'],
  label: ['string', '标签', '数字的中文说明'],
  unit: ['string', '单位', '万元、%、人等；空为绩效指标自己的单位'],
  value: [
    'number',
    '准确值',
    '未经四舍五入的准确值，写成文字以免丢失位数；null 为未公开，或者没有值（基数为零的增减率）',
  ],
  tolerance: [
    'number',
    '误差',
    '准确值与真数最多相差多少（与它同一单位）：由公开时四舍五入过的金额而来；没有这一项的，数是准确的',
  ],
  printed: ['string', '印出的样子', '公开的表中的写法'],
  state: ['string', '状态', 'known 为已知，undisclosed 为未公开，undefined 为没有值'],
  origin: [
    'object',
    '出处',
    '填报（reported，所指位置的文字就是这个数，金额用该文件的单位，或者写在后面的单位）、取自填报的文字（read）、逐项数出（counted，items 为项数，位置为第一项）、模板包规定（set）的文件、行、列，或者算出（derived）的算法和所用的数字',
  ],
  remark: [
    'string',
    '说明',
    '位置和算式没有说到的：没有比率的原因和文本按惯例印出的写法，没有发生，没有公开',
  ],
  approved: ['object', '批复数', '财政部门批复的总数和填报它的位置，以及各部分合计的结果'],
  pinned: ['object', '印数', '公开的印数与四舍五入的结果末位不同时，印数和填报它的位置'],
  corrections: [
    'array',
    '更正',
    '公开以后更正过的：更正后的版次、日期，更正以前印的数（null 为未公开）和写明它的位置',
  ],
  lastYear: ['object', '上年', '上年数的年度，以及它在上年数据中的名称或者填报的位置'],
};

/** What a record of figures.json says. */
export const FIGURE_FIELDS: readonly RecordField[] = Object.entries(FIELDS).map(
  ([name, [type, title, description]]) => ({ name, type, title, description }),
);

/** What kind of draft it is if it is one, when it was approved and published and what was corrected since, as far as it says so; null for what is not disclosed. */
function publicationRecord({ publication }: Booklet): object {
  const { draft, approvedOn, publishedOn, corrections } = publication;
  return {
    ...(draft !== undefined && { draft }),
    ...(approvedOn !== undefined && { approvedOn: knownText(approvedOn) ?? null }),
    ...(publishedOn !== undefined && { publishedOn: knownText(publishedOn) ?? null }),
    ...(corrections.length > 0 && {
      corrections: corrections.map(({ edition, date, changes }) => ({
        edition,
        date: knownText(date) ?? null,
        changes,
      })),
    }),
  };
}

/** figures.json: every figure of a booklet with its origin, one a line, so that two versions can be compared. */
export function figuresFile(booklet: Booklet): string {
  const { unit, year, source } = booklet;
  const told = toldOf(booklet);
  const records = [...publishedFigures(booklet).values()].map((figure) =>
    JSON.stringify(figureRecord(figure, source.pack.conventions, told)),
  );
  const head = { unit: unit.name, year, title: booklet.render().title, ...publicationRecord(booklet) };
  const lines = Object.entries(head).map(
    ([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)},\n`,
  );
  return `{\n${lines.join('')}  "figures": [\n    ${records.join(',\n    ')}\n  ]\n}\n`;
}
