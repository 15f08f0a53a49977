import { toString } from 'hast-util-to-string';
import { beforeAll, describe, expect, it } from 'vitest';
import type { RawFile } from '../../src/source/source-file.ts';
import { compiled } from '../support/compiled.ts';
import { edited, realFiles, textFile, textOf } from '../support/project.ts';

const PARENT = 'templates/xinjiang-2023';
const ACCOUNTS = 'content/units/changji-sme/2023/accounts.yaml';
/** What the pack in question says of its own, in a word that no other says. */
const OWN = '甲乙丙';

let files: readonly RawFile[];
/** The booklet with a pack that has nothing of its own. */
let plain: string;

beforeAll(async () => {
  const all = await realFiles('changji-sme');
  // One form is enough.
  files = all.filter(({ path }) => !/performance\/project-(?!1\.)/.test(path));
  plain = printedWith('plain', packOf('plain', 'xinjiang-2023'));
});

/** Everything that the real booklet prints with a pack. */
function printedWith(pack: string, packs: readonly RawFile[]): string {
  const input = edited(files, ACCOUNTS, '模板: xinjiang-2023', `模板: ${pack}`);
  const site = compiled([...input, ...packs]);
  const document = site.units[0]?.booklets[0]?.render();
  if (document === undefined) throw new Error(JSON.stringify(site.diagnostics.slice(0, 3)));
  const { title, parts, tables, forms } = document;
  return [
    title,
    ...parts.flatMap((part) => [part.title, ...part.content.map((node) => toString(node))]),
    ...[...tables, ...forms].flatMap((table) => [table.title, table.subtitle, table.note]),
  ].join('\n');
}

/** A pack that extends another and has nothing of its own but one file or one entry. */
function packOf(name: string, parent: string, file?: string, text = ''): readonly RawFile[] {
  const head = `名称: 甲\n依据: 虚构，仅供测试\n年度: 2023\n继承: ${parent}\n`;
  const folder = `templates/${name}`;
  return file === undefined || file === 'pack.yaml'
    ? [textFile(`${folder}/pack.yaml`, head + text)]
    : [textFile(`${folder}/pack.yaml`, head), textFile(`${folder}/${file}`, text)];
}

/** A file of the parent, or of what the parent itself inherits, with a word of the child's. */
function changed(file: string, from: string, to: string): string {
  const path = [`${PARENT}/${file}`, `templates/ministry-2024/${file}`].find((one) =>
    files.some((known) => known.path === one),
  );
  return textOf(edited(files, path ?? file, from, to), path ?? file);
}

/** An entry of the parent's pack.yaml with a word of the child's. */
function entryOf(key: string, from: string, to: string): string {
  const section = new RegExp(`^${key}:.*\n(?:(?:[ #].*)?\n)*`, 'm');
  return section.exec(changed('pack.yaml', from, to))?.[0] ?? '';
}

const CASES: readonly (readonly [what: string, file: string, text: () => string])[] = [
  [
    'a partial',
    'partials/vehicle-operation-variance.md.hbs',
    () => changed('partials/vehicle-operation-variance.md.hbs', '\n公务用车运行费全年', `\n${OWN}全年`),
  ],
  [
    'a part',
    'parts/1-overview.md.hbs',
    () => changed('parts/1-overview.md.hbs', '## 一、主要职能', `## 一、${OWN}`),
  ],
  [
    'a table',
    'tables/state-capital.yaml',
    () => changed('tables/state-capital.yaml', '标题: 国有资本经营', `标题: ${OWN}`),
  ],
  ['a form', 'forms/project.yaml', () => changed('forms/project.yaml', '标题: 项目支出', `标题: ${OWN}`)],
  ['the glossary', 'glossary.yaml', () => changed('glossary.yaml', '指同级财政当年', `指${OWN}当年`)],
  ['the title', 'pack.yaml', () => entryOf('书名', '决算公开说明"', `${OWN}"`)],
  ['the titles of parts', 'pack.yaml', () => entryOf('部分', '第一部分 单位概况', `第一部分 ${OWN}`)],
  ['phrases', 'pack.yaml', () => entryOf('措辞', '无此项: 我单位无', `无此项: ${OWN}`)],
  ['conventions', 'pack.yaml', () => entryOf('惯例', '未公开: —', `未公开: ${OWN}`)],
];

describe.each(CASES)('%s', (_, file, text) => {
  const child = () => packOf('child', 'xinjiang-2023', file, text());

  it('of a pack’s own stands in the place of its parent’s', () => {
    expect(printedWith('child', child())).toContain(OWN);
  });

  it('is the nearest one for a pack that extends both', () => {
    expect(printedWith('grandchild', [...child(), ...packOf('grandchild', 'child')])).toContain(OWN);
  });

  it('does not change what the parent prints', () => {
    const own = printedWith('xinjiang-2023', child());
    expect(own).not.toContain(OWN);
    expect(own).toBe(plain);
  });
});

it('a pack’s own texts may say the numbers that its parent declared', () => {
  const partial = packOf(
    'child',
    'xinjiang-2023',
    'partials/vehicle-operation-variance.md.hbs',
    '截至12月31日。',
  );
  const input = edited(files, ACCOUNTS, '模板: xinjiang-2023', '模板: child');
  const { diagnostics } = compiled([...input, ...partial]);
  expect(diagnostics.filter(({ place }) => place.file.startsWith('templates/child/'))).toEqual([]);
});

describe('a table that uses another pack’s', () => {
  const EMPTY =
    '昌吉回族自治州中小企业发展局本年度没有政府性基金预算财政拨款收入、支出及结转和结余，本表为空表。';
  const using = (more: string) =>
    packOf(
      'child',
      'xinjiang-2023',
      'tables/government-fund.yaml',
      `用: ministry-2024/tables/government-fund\n${more}`,
    );

  it('prints what that says below an empty table, filled for the booklet', () => {
    expect(printedWith('child', using(''))).toContain(EMPTY);
  });

  it('also through a table that uses it in its turn', () => {
    const over = packOf(
      'over',
      'xinjiang-2023',
      'tables/government-fund.yaml',
      '用: child/tables/government-fund\n',
    );
    expect(printedWith('over', [...using('编号: 公开18表\n'), ...over])).toContain(EMPTY);
  });

  it('leaves its note and that out where it says 无', () => {
    const printed = printedWith('child', using('空表说明: 无\n注: 无\n'));
    expect(printed).not.toContain('政府性基金预算财政拨款收入、支出及结转和结余，本表为空表');
    expect(printed).not.toContain('本表反映部门本年度政府性基金预算');
    expect(printed).not.toMatch(/^无$/m);
  });
});
