import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TemporaryProject } from './temporary-project.ts';

const BOOKLET = 'changji-sme/2023';
let project: TemporaryProject;

beforeAll(() => {
  project = new TemporaryProject('changji-sme');
});

afterAll(() => project.remove());

describe('mingbai explain', () => {
  it('says where a figure goes: figures, sentences, tables, charts and checks', async () => {
    const { stdout, status } = await project.run('explain', BOOKLET, '收入.总计');
    expect(status).toBe(0);
    expect(stdout).toMatch(/用到它的数字（\d+）：\n(?:.*\n)*? {2}· 收入\.总计\.增减额（收入总计比上年增减）/);
    expect(stdout).toContain('  · 2023年度收入总计513.95万元，其中：本年收入合计292.54万元');
    expect(stdout).toContain('  · 公开01表 收入支出决算总表：总计');
    expect(stdout).toContain('  · 钱从哪里来');
    expect(stdout).toContain('  · equal-totals ');
  });

  it('says how it is printed, and by which convention', async () => {
    const printed = async (id: string): Promise<string | undefined> =>
      /^印作 .*$/m.exec((await project.run('explain', BOOKLET, id)).stdout)?.[0];
    expect(await printed('收入.总计.增减率')).toBe('印作 14.08（四舍五入到两位小数）');
    expect(await printed('三公经费.决算数.合计.增减率')).toBe('印作 100.00（模板包惯例“基数为零增长率”）');
    expect(await printed('人员.在职人员')).toBe('印作 8（按单位的位数）');
  });

  it('goes as deep as it is told, and says what it leaves out', async () => {
    const flat = await project.run('explain', BOOKLET, '收入.总计.增减率', '--depth', '0');
    expect(flat.stdout).toMatch(/^收入\.总计\.增减率.*\n(?: {2}.*\n)*……还有 \d+ 个数没有列出/);
    const deep = await project.run('explain', BOOKLET, '收入.总计.增减率', '--depth', '20');
    expect(deep.stdout).not.toContain('没有列出');
    expect(deep.stdout.split('\n').length).toBeGreaterThan(40);
    expect((await project.run('explain', BOOKLET, '收入.总计', '--depth', 'x')).status).toBe(2);
  });

  it.each([
    ['a label', '政府采购货物支出', '政府采购.货物'],
    ['a label without its signs', '三公经费支出决算数', '三公经费.决算数.合计'],
    ['a print', '63.42万元', '收入.总计.增减额'],
  ])('understands %s', async (_, words, id) => {
    const { stdout, stderr } = await project.run('explain', BOOKLET, words);
    expect(stdout + stderr).toContain(id);
  });

  it('lists what ambiguous words may mean, and takes none of them', async () => {
    const { stdout, stderr, status } = await project.run('explain', BOOKLET, '一般公共预算支出');
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain('\n  支出.一般公共预算.合计（一般公共预算财政拨款支出）\n');
    expect(stderr).not.toContain('收入.一般公共预算');
    const prints = await project.run('explain', BOOKLET, '513.95');
    expect(prints.stderr).toContain('\n  支出.总计（支出总计）\n');
  });

  it('says what is missing where something is not disclosed, and where it is to be written', async () => {
    const { stdout } = await project.run('explain', BOOKLET, '政府采购.货物.增减率');
    expect(stdout).toContain(
      '缺什么（1）：\n  · content/units/changji-sme/2022/accounts.yaml 对比数.政府采购.货物 政府采购货物支出（上年）：没有上年数',
    );
    const accounts = 'content/units/changji-sme/2023/accounts.yaml';
    const before = project.read(accounts);
    project.write(
      accounts,
      before.replace('  货物: 5.59', '  货物: 未公开').replace('  政府采购.总额: 145.57\n', ''),
    );
    const total = await project.run('explain', BOOKLET, '政府采购.总额');
    expect(total.stdout).toContain(`  · ${accounts}:197:7 政府采购货物支出：这里写的是“未公开”`);
    project.write(accounts, before);
  });

  it('gives all of it as JSON', async () => {
    const { stdout } = await project.run('explain', BOOKLET, '收入.总计', '--format', 'json');
    expect(JSON.parse(stdout)).toMatchObject({
      booklet: { body: 'changji-sme', year: 2023 },
      print: { printed: '513.95' },
      tree: { id: '收入.总计', inputs: expect.any(Array) as unknown[] },
      charts: ['钱从哪里来，到哪里去', '钱从哪里来', '与上年相比'],
      missing: [],
    });
  });
});
