import { describe, expect, it } from 'vitest';

import { comparePacks } from '../../src/describe/difference/compare-packs.ts';
import type { RawFile } from '../../src/source/source-file.ts';
import { checked, packsOf } from '../support/compiled.ts';
import { edited, realFiles, textFile, textOf } from '../support/project.ts';

const ACCOUNTS = 'content/units/changji-sme/2023/accounts.yaml';
const STATED = '模板包“jianshe-2022”适用 2022 年度，本册是 2023 年度；';

/** A pack folder that inherits the real one. */
function pack(name: string, years: string, more = ''): RawFile {
  return textFile(
    `templates/${name}/pack.yaml`,
    `名称: 示例\n依据: 示例\n年度: ${years}\n继承: xinjiang-2023\n${more}`,
  );
}

/** What is found of the pack's year in the booklet of 2023 that a pack of 2022 prints, beside other packs. */
async function findings(used: RawFile, ...others: readonly RawFile[]): Promise<readonly string[]> {
  const name = used.path.split('/')[1] ?? '';
  const files = edited(await realFiles('changji-sme'), ACCOUNTS, '模板: xinjiang-2023', `模板: ${name}`);
  return checked([...files, used, ...others]).diagnostics.flatMap(({ rule, severity, message, place }) =>
    rule === 'pack-year' ? [`${place.file} ${severity} ${message}`] : [],
  );
}

describe('a booklet with the pack of another year', () => {
  it('is told of the pack of the same family, whose folder is called alike but for the year', async () => {
    expect(
      await findings(
        pack('jianshe-2022', '2022'),
        pack('jianshe-2023', '[2023, 2024]'),
        pack('shifan-2023', '2023'),
      ),
    ).toEqual([
      `${ACCOUNTS} warning ${STATED}2023 年度的同系列模板包是“jianshe-2023”，请把 accounts.yaml 的“模板”改成它`,
    ]);
  });

  it('is told of all of them where several fit', async () => {
    const [finding = ''] = await findings(
      pack('jianshe-2022', '2022'),
      pack('jianshe', '2023'),
      pack('jianshe-2023', '2023'),
    );
    expect(finding).toContain(
      '2023 年度的同系列模板包是“jianshe”、“jianshe-2023”，请把 accounts.yaml 的“模板”改成其中适用的一个',
    );
  });

  it('is told how to make one where there is none, whatever inherits the pack', async () => {
    const heir = textFile(
      'templates/chengguan-2023/pack.yaml',
      '名称: 示例\n依据: 示例\n年度: 2023\n继承: jianshe-2022\n',
    );
    const [finding = ''] = await findings(pack('jianshe-2022', '2022'), heir);
    expect(finding).toContain(
      `${STATED}没有 2023 年度的同系列模板包。格式没有变的，在“jianshe-2022”的“年度”里加上 2023，变了的，运行 npx mingbai pack new jianshe-2023 --from jianshe-2022 --year 2023 新建一个`,
    );
  });

  it.each([
    ['a year in the middle', 'jianshe-2022-danwei', 'jianshe-2023-danwei'],
    ['no year', 'jianshe', 'jianshe-2023'],
    ['a number that is no year', 'jianshe-9000', 'jianshe-9000-2023'],
  ])('names the pack to be made where the folder has %s', async (_, name, next) => {
    const [finding = ''] = await findings(pack(name, '2022'));
    expect(finding).toContain(`npx mingbai pack new ${next} --from ${name} --year 2023`);
  });

  it.each([
    ['cannot be used', pack('jianshe-2023', '2023', '书名: "{{没有}}"\n')],
    ['is for other years', pack('jianshe-2023', '2024')],
  ])('is not told to make a pack that there is, but %s', async (_, other) => {
    const [finding = ''] = await findings(pack('jianshe-2022', '2022'), other);
    expect(finding).toContain('模板包“jianshe-2023”现在还不能用于 2023 年度，请改正它的错误和“年度”');
    expect(finding).not.toContain('pack new');
  });
});

it.each(['2023', '[2022, 2023]'])('a pack for %s is one for 2023', async (years) => {
  expect(await findings(pack('jianshe-2022', years), pack('jianshe-2023', '2023'))).toEqual([]);
});

it('every pack of the project can be used, and is for the year of its name', async () => {
  const { packs, folders } = packsOf((await realFiles()).filter(({ path }) => path.startsWith('templates/')));
  expect([...packs.keys()].sort()).toEqual([...folders].sort());
  for (const { slug, years } of packs.values()) expect(years).toContain(Number(/\d{4}$/.exec(slug)?.[0]));
});

it('xinjiang-2024 says that no original was seen, and changes nothing', async () => {
  const files = await realFiles();
  const text = textOf(files, 'templates/xinjiang-2024/pack.yaml');
  expect(text).toMatch(/^依据: 没有见到.*原件/m);
  const { packs } = packsOf(files.filter(({ path }) => path.startsWith('templates/')));
  const [a, b] = [packs.get('xinjiang-2023'), packs.get('xinjiang-2024')];
  expect(a && b && comparePacks(a, b)).toEqual([]);
});
