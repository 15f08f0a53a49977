import { expect, it } from 'vitest';
import type { Page, Piece } from '../../src/import/text/pdf/page.ts';
import { pdfText } from '../../src/import/text/pdf/pdf-text.ts';

/** In points: the height of a letter, and of a line. */
const [SIZE, STEP] = [10, 20];

/** A page of a table without drawn lines: a row a line, a cell every two hundred points. */
function page(number: number, rows: readonly (readonly string[])[]): Page {
  const pieces = rows.flatMap((cells, row) =>
    cells.map((text, column): Piece => {
      const left = 200 * column;
      return { text, left, right: left + SIZE * text.length, base: STEP * (row + 1), size: SIZE };
    }),
  );
  return { number, pieces, rulings: [] };
}

it('a row that begins or ends several pages of a table is no running head: it is in the text, as all rows are', () => {
  const pages = [1, 2, 3, 4].map((number) =>
    page(number, [
      ['某局部门决算公开说明'],
      ['其他一般公共服务支出', `${number}1.25`],
      [`第${'甲乙丙丁'[number - 1] ?? ''}行项目支出`, `${number}2.50`],
      ['另一行', `${number}3.75`],
      ['其他一般公共服务支出', `${number}4.00`],
      [`- ${number} -`],
    ]),
  );
  const { text, placed = [] } = pdfText('公开.pdf', pages);
  expect(text.match(/其他一般公共服务支出\d\d\.\d\d/gu)).toHaveLength(8);
  expect(text).not.toContain('公开说明');
  // Wherever a word of a table stands, nothing else is there: taking the table out of the text takes no other line.
  const words = placed.flat(3);
  expect(words).toHaveLength(32);
  expect(words.filter((word) => text.slice(word.from, word.to) !== word.text)).toEqual([]);
});

it('a rate that is too long for its cell is read in it, and what stands in the next cell is read alone', () => {
  const level = [0, 20, 40].map((at) => ({ isLevel: true, at, from: 0, to: 200 }));
  const upright = [0, 100, 200].map((at) => ({ isLevel: false, at, from: 0, to: 40 }));
  const piece = (text: string, left: number, base: number): Piece => {
    return { text, left, right: left + 7 * text.length, base, size: SIZE };
  };
  const pieces = [
    piece('执行率', 20, 15),
    piece('得分', 120, 15),
    piece('21680.00%', 44, 35),
    piece('10.00', 140, 35),
  ];
  const { tables } = pdfText('公开.pdf', [{ number: 1, pieces, rulings: [...level, ...upright] }]);
  expect(tables.map(({ sheet }) => sheet.rows.map((row) => row?.map((cell) => cell?.text)))).toEqual([
    [
      ['执行率', '得分'],
      ['21680.00%', '10.00'],
    ],
  ]);
});
