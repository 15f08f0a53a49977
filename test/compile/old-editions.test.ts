import { beforeAll, describe, expect, it } from 'vitest';
import { editionFolder } from '../../src/accounts/content-files.ts';
import { publicationNotice } from '../../src/compile/publication-notice.ts';
import type { RawFile } from '../../src/source/source-file.ts';
import { checked, compiled } from '../support/compiled.ts';
import { edited, realFiles, textFile, textOf } from '../support/project.ts';

const YEAR = 'content/units/demo-bureau/2023/';
const OLD = 'content/units/demo-bureau/2023-edition-1/';
const PACK = '模板: demo-2023\n';
const CORRECTION = `${PACK}公开:\n  公开日期: 2024-09-05\n  更正:\n    - 版次: 2\n      日期: 2024-10-08\n      内容: 更正固定资产原值\n`;

let before: readonly RawFile[];
let files: readonly RawFile[];

/** The unit with its first edition of 2023, and the second in which one value is another. */
beforeAll(async () => {
  before = await realFiles('demo-bureau');
  const copies = before
    .filter(({ path }) => path.startsWith(YEAR))
    .map(({ path }) => textFile(path.replace(YEAR, OLD), textOf(before, path)));
  files = edited([...before, ...copies], `${YEAR}accounts.yaml`, PACK, CORRECTION);
});

const unit = (input: readonly RawFile[]) => compiled(input).units.find(({ slug }) => slug === 'demo-bureau');

describe('an edition that was corrected since', () => {
  it('is a booklet of its own, beside those that count', () => {
    const { booklets, editions } = unit(files) ?? { booklets: [], editions: [] };
    expect(booklets.map(({ folder }) => folder)).toEqual(['2021', '2022', '2023']);
    expect(editions.map(({ folder, year }) => [folder, year])).toEqual([[editionFolder(2023, 1), 2023]]);
    expect(editions[0]?.superseded).toMatchObject({ edition: 1, by: { edition: 2, date: '2024-10-08' } });
  });

  it('says what it said: the same text as before the correction', () => {
    const [old] = unit(files)?.editions ?? [];
    const first = unit(before)?.booklets.find(({ year }) => year === 2023);
    expect(old?.render().parts).toEqual(first?.render().parts);
  });

  it('is named by the correction that took its place, which without it names none', () => {
    const present = (input: readonly RawFile[]) => unit(input)?.booklets.find(({ year }) => year === 2023);
    const [kept, lost] = [files, files.filter(({ path }) => !path.startsWith(OLD))].map((input) => {
      const booklet = present(input);
      return booklet && publicationNotice(booklet)?.corrections[0]?.previous;
    });
    expect([kept, lost]).toEqual([1, undefined]);
  });

  it('is told apart from what took its place: what was entered otherwise, and how much follows', () => {
    const [entry, shown] = ['单价100万元以上设备数: 3\n', '单价100万元以上设备数: 4\n'];
    const present = (input: readonly RawFile[]) => {
      const booklet = unit(input)?.booklets.find(({ year }) => year === 2023);
      return booklet && publicationNotice(booklet)?.corrections[0];
    };
    expect(present(files)).toMatchObject({ figures: [], others: '与第1版相比，数字和文字都没有不同' });
    const changed = present(edited(files, `${YEAR}accounts.yaml`, entry, shown));
    expect(changed?.figures).toMatchObject([{ before: '3', after: { printed: '4' } }]);
    expect(changed?.others).toBe('与第1版相比，另有1处文字不同');
    const amount = present(
      edited(files, `${YEAR}accounts.yaml`, '非财政拨款结余: 366998.13', '非财政拨款结余: 376998.13'),
    );
    expect(amount?.figures).toHaveLength(1);
    expect(amount?.others).toMatch(/^与第1版相比，另有\d+个数字和\d+处文字不同$/u);
  });

  it('may hold what a check finds today: its own page tells it, and nothing stops the build', () => {
    const wrong = edited(
      files,
      `${OLD}accounts.yaml`,
      '单价100万元以上设备数: 3\n',
      '单价100万元以上设备数: 4\n',
    );
    expect(checked(wrong).diagnostics.filter(({ place }) => place.file.startsWith(OLD))).toEqual([]);
    const [old] = unit(wrong)?.editions ?? [];
    expect(old?.isPrintable).toBe(true);
  });

  it('must be readable all the same', () => {
    const wrong = edited(files, `${OLD}accounts.yaml`, '金额单位: 元', '金额单位: 角');
    const [finding] = checked(wrong).diagnostics;
    expect(finding).toMatchObject({ severity: 'error', place: { file: `${OLD}accounts.yaml`, line: 4 } });
  });
});

describe('the folder of an edition', () => {
  const findings = (input: readonly RawFile[]) =>
    checked(input).diagnostics.map(({ rule, severity, place }) => [rule, severity, place.file]);

  it('is refused where no correction followed', () => {
    const none = edited(files, `${YEAR}accounts.yaml`, CORRECTION, PACK);
    expect(findings(none)).toEqual([['old-edition', 'error', `${OLD}accounts.yaml`]]);
  });

  it('is refused where its files are those of another edition', () => {
    const other = edited(files, `${OLD}accounts.yaml`, PACK, CORRECTION);
    expect(findings(other)).toEqual([['old-edition', 'error', `${OLD}accounts.yaml`]]);
  });

  it('is called by year and edition', () => {
    const misnamed = files.map(({ path, ...file }) => ({
      ...file,
      path: path.replace('2023-edition-1', '2023-v1'),
    }));
    expect(findings(misnamed)[0]?.slice(0, 2)).toEqual(['bad-name', 'error']);
  });
});
