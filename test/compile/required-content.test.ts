import { toString } from 'hast-util-to-string';
import { describe, expect, it } from 'vitest';
import type { Site } from '../../src/compile/compile-site.ts';
import { hasErrors, type Diagnostic } from '../../src/source/diagnostic.ts';
import type { RawFile } from '../../src/source/source-file.ts';
import { compiled } from '../support/compiled.ts';
import { edited, realFiles, textOf, withBytes } from '../support/project.ts';

const UNIT = 'content/units/changji-sme';
const ACCOUNTS = `${UNIT}/2023/accounts.yaml`;
const NARRATIVE = `${UNIT}/2023/narrative.yaml`;

/** The real booklet without the files whose path fits. */
async function without(files: RegExp): Promise<readonly RawFile[]> {
  return (await realFiles('changji-sme')).filter(({ path }) => !files.test(path));
}

function declaring(files: readonly RawFile[], states: string): readonly RawFile[] {
  return edited(files, ACCOUNTS, '模板: xinjiang-2023', `模板: xinjiang-2023\n情形:\n  ${states}`);
}

function found({ diagnostics }: Site, rule: string): readonly Diagnostic[] {
  return diagnostics.filter((one) => one.rule === rule);
}

/** The text of the booklet's explanations. */
function explanations(site: Site): string {
  const part = site.units[0]?.booklets[0]?.render().parts.find(({ key }) => key === 'explanations');
  return part?.content.map((node) => toString(node)).join('\n') ?? '';
}

/** The reasons for changes on last year taken out: a booklet that compares nothing has none. */
function withoutReasons(files: readonly RawFile[]): readonly RawFile[] {
  const kept = textOf(files, NARRATIVE).replaceAll(
    /^ {2}(?:收入|财政拨款|支出|基本支出|三公经费)\.[^:\n]*(?<!预决算差异率):(?: .*|\n {4}同: .*)\n/gm,
    '',
  );
  return withBytes(files, NARRATIVE, new TextEncoder().encode(kept));
}

describe('without the figures of last year', () => {
  it('every comparison of the text is named, with the file to write and the states that may be declared', async () => {
    const site = compiled(await without(/\/2022\//));
    const [finding, ...others] = found(site, 'missing-prior');
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ severity: 'error', place: { file: ACCOUNTS, line: 4 } });
    const message = finding?.message ?? '';
    expect(message).toContain(`请新建 ${UNIT}/2022/accounts.yaml`);
    expect(message).toContain('首次公开、机构新设、机构改革的');
    const named = [...message.matchAll(/“([^”]+): ……”/g)].map(([, id]) => id);
    // Three totals, eleven 项, general operating funds, and 三公 with its three items.
    expect(named).toHaveLength(3 + 11 + 1 + 4);
    expect(new Set(named)).toContain('支出.2150517.一般公共预算.合计');
    expect(named).toContain('基本支出.公用经费');
  });

  it('a file of last year that cannot be read is one mistake, not twenty', async () => {
    const files = edited(
      await realFiles('changji-sme'),
      `${UNIT}/2022/accounts.yaml`,
      '对比数:',
      '对比数: [',
    );
    expect(found(compiled(files), 'missing-prior')).toEqual([]);
  });

  it.each([
    ['首次公开', '首次公开，无上年数可比'],
    ['机构新设', '本年新设立，无上年数可比'],
    ['机构改革', '因机构改革，无上年数可比'],
  ])('a unit that declares %s prints that, and no reason for what is not compared', async (state, phrase) => {
    const files = withoutReasons(declaring(await without(/\/2022\//), `${state}: 是`));
    const site = compiled(files);
    expect(site.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    const text = explanations(site);
    expect(text).toContain(`收入支出总体与上年相比，${phrase}。`);
    expect(text).toContain(`事业运行（项）：支出决算数为114.13万元，${phrase}。`);
    expect(text).toContain(`公用经费10.74万元，${phrase}。`);
    expect(text).not.toMatch(/未公开|比上年/);
  });

  it('a reason that is left for a change nobody can see is not printed, and told of', async () => {
    const site = compiled(declaring(await without(/\/2022\//), '首次公开: 是'));
    const idle = found(site, 'unused-reason').map(({ message }) => message);
    expect(idle.some((message) => message.includes('“支出.2011350.一般公共预算.合计”'))).toBe(true);
    expect(explanations(site)).not.toContain('本年在职人员减少，人员工资、津补贴等人员经费较上年减少');
  });

  it('after a reform, what is known of last year is compared as ever', async () => {
    const files = declaring(await realFiles('changji-sme'), '机构改革: 是');
    const comparatives = `${UNIT}/2022/accounts.yaml`;
    const site = compiled(edited(files, comparatives, '  基本支出.公用经费: 38.80', '  # not known'));
    expect(hasErrors(site.diagnostics)).toBe(false);
    expect(explanations(site)).toContain('公用经费10.74万元，因机构改革，无上年数可比。');
    expect(explanations(site)).toContain('比上年增加1.68万元，增长100.00%');
  });
});

describe('a new item', () => {
  const COMPARATIVES = `${UNIT}/2022/accounts.yaml`;
  const LINE = '  支出.2150517.一般公共预算.合计: 0.00 ';

  it('must have a figure of last year or be declared as new; then it grew from nothing', async () => {
    const files = edited(await realFiles('changji-sme'), COMPARATIVES, LINE, '  # not there ');
    const [finding] = found(compiled(files), 'missing-prior');
    expect(finding?.message).toContain('“支出.2150517.一般公共预算.合计: ……”');
    expect(finding?.message).toContain('“情形”下申明“科目新增”');
    const site = compiled(declaring(files, '科目新增: ["2150517"]'));
    expect(hasErrors(site.diagnostics)).toBe(false);
    expect(explanations(site)).toContain(
      '产业发展（项）：支出决算数为108.10万元，比上年决算增加108.10万元，增长100.00%',
    );
  });
});

describe('without self-evaluation forms', () => {
  it('each kind that money calls for is named with its file', async () => {
    const forms = found(compiled(await without(/performance/)), 'missing-form');
    expect(forms.map(({ severity, message }) => [severity, message.split('；')[0]])).toEqual([
      ['error', '“项目支出”为 362.81，没有项目支出绩效自评表'],
      ['error', '“本年支出合计”为 513.95，没有整体支出绩效自评表'],
    ]);
    expect(forms[0]?.message).toContain(`${UNIT}/2023/performance/project-1.yaml`);
    expect(forms[0]?.message).toContain('本年无项目的');
  });

  it('a unit without projects says so in its own sentence', async () => {
    const files = await realFiles('demo-bureau');
    const folder = 'content/units/demo-bureau/2023/';
    const none = files.filter(({ path }) => !path.startsWith(`${folder}performance/project-`));
    const site = compiled(
      edited(none, `${folder}accounts.yaml`, '模板: demo-2023', '模板: demo-2023\n情形:\n  本年无项目: 是'),
    );
    expect(found(site, 'missing-form')).toEqual([]);
    expect(found(site, 'declared-state').map(({ message }) => message)).toEqual([
      '“情形”申明了“本年无项目”，“项目支出”却为 30494466.40；两者矛盾，请改正其一',
    ]);
    const text = site.units[0]?.booklets
      .find(({ year }) => year === 2023)
      ?.render()
      .parts.flatMap(({ content }) => content.map((node) => toString(node)))
      .find((paragraph) => paragraph.includes('预算绩效管理要求'));
    expect(text).toContain('万元；本年度无项目支出，没有预算绩效评价项目。预算绩效管理取得的成效：');
    expect(text).toMatch(/整体支出自评情况附绩效自评表及自评报告。$/);
  });
});

describe('an approved total that is not disclosed', () => {
  it('is listed, and the sum of the parts is printed as if it were not there', async () => {
    const files = edited(
      await realFiles('changji-sme'),
      ACCOUNTS,
      '  收入.总计: 513.95 ',
      '  收入.总计: 未公开 ',
    );
    const site = compiled(files);
    expect(hasErrors(site.diagnostics)).toBe(false);
    expect(found(site, 'undisclosed-approved').map(({ message }) => message)).toEqual([
      '批复数写的是“未公开”，没有与批复表核对的有 1 个：“收入.总计”',
    ]);
    expect(explanations(site)).toContain('2023年度收入总计513.96万元');
  });
});

describe('dates of publication', () => {
  it('stand on the booklet, for what prints them', async () => {
    const dates =
      '公开:\n  批复日期: 2024-08-20\n  公开日期: 未公开\n  更正:\n    - { 版次: 2, 日期: 2024-10-08, 内容: 更正人员数, 原数: { 人员.实有人数: 23 } }\n';
    const files = edited(await realFiles('changji-sme'), ACCOUNTS, '\n人员:', `\n${dates}人员:`);
    expect(compiled(files).units[0]?.booklets[0]?.publication).toEqual({
      approvedOn: '2024-08-20',
      publishedOn: '未公开',
      corrections: [
        { edition: 2, date: '2024-10-08', changes: '更正人员数', before: { '人员.实有人数': '23' } },
      ],
    });
  });
});
