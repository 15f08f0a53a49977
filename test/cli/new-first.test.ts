import { cpSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { Answers } from '../../src/cli/new/answers.ts';
import { openDialogue } from '../../src/cli/new/dialogue.ts';
import { firstBooklet } from '../../src/cli/new/first-booklet.ts';
import { readSources } from '../../src/workspace/read-sources.ts';
import { ROOT } from '../support/project.ts';
import { TemporaryProject } from './temporary-project.ts';

const UNIT = 'content/units/new-bureau';
const BOOK = join(ROOT, 'test/import/fixtures/demo-bureau-2023.xls');
const REFERENCE = join(ROOT, 'test/reference/changji-sme-2023.txt');
const TEST_PACKS = ['commissions', 'forms-in-annex', 'meetings', 'texts'];

let project: TemporaryProject;

beforeAll(() => {
  project = new TemporaryProject('demo-bureau');
  cpSync(join(ROOT, 'content/schema'), join(project.root, 'content/schema'), { recursive: true });
  for (const name of TEST_PACKS)
    cpSync(join(ROOT, 'test/packs', name), join(project.root, 'templates', name), {
      recursive: true,
      filter: (path) => !/(accounts|narrative)\.yaml$/.test(path),
    });
});
afterEach(() => {
  rmSync(join(project.root, UNIT), { recursive: true, force: true });
});
afterAll(() => project.remove());

const BODY = ['--name', '示例市政务服务局', '--kind', '行政单位'];

function begin(year: number, ...more: readonly string[]) {
  return project.run('new', `new-bureau/${year}`, ...BODY, ...more);
}

interface Found {
  readonly rule: string;
  readonly severity: string;
  readonly file: string;
  readonly message: string;
}

async function findings(): Promise<readonly Found[]> {
  const { stdout } = await project.run('check', 'new-bureau', '--format', 'json');
  return (JSON.parse(stdout) as { diagnostics: readonly Found[] }).diagnostics;
}

function filesMade(): readonly string[] {
  return readdirSync(join(project.root, UNIT), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml'))
    .sort();
}

describe('mingbai new of a unit without an earlier booklet', () => {
  it.each([
    ['demo-2023', 2023, '整体,项目=2'],
    ['xinjiang-2023', 2023, '整体,项目=2'],
    ['xinjiang-2024', 2024, '整体、项目=1'],
    ['ministry-2024', 2024, '整体 项目=1'],
    ['commissions', 2023, '整体,项目'],
    ['forms-in-annex', 2023, undefined],
    ['meetings', 2023, '整体,项目'],
    ['texts', 2023, '整体,项目'],
  ] as const)('with %s leaves nothing but things to fill in', async (pack, year, forms) => {
    const kinds = forms ?? (await everyKind(pack));
    const { status, stdout } = await begin(year, ...['--pack', pack, '--last-year', '有', '--forms', kinds]);
    expect(stdout).toMatch(
      /^已新建，共 \d+ 处待填：\n {2}content\/units\/new-bureau\/unit\.yaml：1 处待填\n/,
    );
    expect(status).toBe(0);
    const found = await findings();
    expect(found.filter(({ rule }) => rule !== 'to-fill')).toEqual([]);
    const told = new Set(found.map(({ file }) => file));
    expect([...told].sort()).toEqual(filesMade().map((name) => `${UNIT}/${name}`));
  });

  it('shows codes as they must be written: in quotes that YAML knows, and says so of others', async () => {
    await begin(2023, ...['--pack', 'demo-2023', '--last-year', '有', '--forms', '无']);
    const accounts = `${UNIT}/2023/accounts.yaml`;
    const text = project.read(accounts);
    expect(text).toContain('一行一个："科目编码": 金额');
    project.write(accounts, text.replace('  其他收入: 待填', '  其他收入:\n    “2010301”: 5.00'));
    const [found] = (await findings()).filter(({ rule }) => rule === 'bad-code');
    expect(found?.message).toMatch(/以 2 开头；编码两边的引号要用半角的 "$/u);
  });

  it('says of a section that was emptied that it may go', async () => {
    await begin(2023, ...['--pack', 'demo-2023', '--last-year', '首次公开', '--forms', '无']);
    const accounts = `${UNIT}/2023/accounts.yaml`;
    project.write(accounts, `${project.read(accounts)}\n印数:\n`);
    const [found] = (await findings()).filter(({ rule }) => rule === 'wrong-type');
    expect(found?.message).toMatch(/“印数”写法不对；.*整行删去$/u);
  });

  it('names the units that there are in a sentence of its own', async () => {
    const { stderr } = await project.run('new', 'quite-another/2024');
    expect(stderr).toContain('没有决算；可用的有：demo-bureau。新建第一本要写明 --name 单位全称');
  });

  it('asks for what a pack adds: facts, texts, states and kinds of forms of its own', async () => {
    await begin(2023, ...['--pack', 'meetings', '--last-year', '有', '--forms', '无']);
    expect(project.read(`${UNIT}/2023/accounts.yaml`)).toMatch(/^会议费:\n(?: {2}\S+: 待填\n)+/m);
    rmSync(join(project.root, UNIT), { recursive: true });

    await begin(2023, ...['--pack', 'texts', '--last-year', '有', '--forms', '无']);
    const narrative = project.read(`${UNIT}/2023/narrative.yaml`);
    const own =
      /^自定文字:\n((?: .*\n| *#.*\n|\n)+)/m.exec(project.read('templates/texts/pack.yaml'))?.[1] ?? '';
    const names = [...own.matchAll(/^ {2}([^\s#:]+):/gm)].map(([, name = '']) => name);
    expect(names.length).toBeGreaterThan(1);
    for (const name of names) expect(narrative).toMatch(new RegExp(`^(?:# )?${name}: `, 'm'));
  });

  it('declares the state that explains why there is no last year, and that of no projects', async () => {
    await begin(2023, ...['--pack', 'demo-2023', '--last-year', '首次公开', '--forms', '整体,项目=0']);
    expect(project.read(`${UNIT}/2023/accounts.yaml`)).toContain(
      '\n情形:\n  首次公开: 是\n  本年无项目: 是\n',
    );
    expect(filesMade()).toEqual([
      '2023/accounts.yaml',
      '2023/narrative.yaml',
      '2023/performance/overall.yaml',
      'unit.yaml',
    ]);
  });

  it('makes files that import fills: 待填 is no conflict, what was answered and all comments stay', async () => {
    await begin(2023, ...['--pack', 'demo-2023', '--last-year', '首次公开', '--forms', '整体,项目=1']);
    const before = project.read(`${UNIT}/2023/accounts.yaml`);
    const { status, stdout } = await project.run('import', 'new-bureau/2023', BOOK);
    expect(status).toBe(0);
    expect(stdout).not.toContain('对不上');
    const after = project.read(`${UNIT}/2023/accounts.yaml`);
    expect(after).toMatch(/^金额单位: 元 /m);
    expect(after).toContain('  首次公开: 是\n');
    expect(after).toContain('    "2010301": 9639394.74\n');
    expect(after).toContain('  使用非财政拨款结余: 366998.13\n');
    const comments = (text: string): readonly string[] => text.match(/^#.*$/gm) ?? [];
    expect(comments(after)).toEqual(comments(before));
    const others = (await findings()).filter(({ rule }) => rule !== 'to-fill');
    expect(others.filter(({ severity }) => severity !== 'note')).toEqual([]);
  });

  it('makes the same accounts as import does by itself', async () => {
    await begin(2023, ...['--pack', 'demo-2023', '--last-year', '有', '--forms', '无']);
    await project.run('import', 'new-bureau/2023', BOOK);
    const merged = project.read(`${UNIT}/2023/accounts.yaml`);
    rmSync(join(project.root, UNIT), { recursive: true });
    await project.run('import', 'new-bureau/2023', BOOK, '--pack', 'demo-2023');
    expect(merged.replace('金额单位: 元    # 元或万元', '金额单位: 元')).toBe(
      project.read(`${UNIT}/2023/accounts.yaml`),
    );
  });

  it('makes files that a published booklet fills, its texts and last year among them', async () => {
    const body = ['--name', '昌吉回族自治州中小企业发展局', '--kind', '事业单位'];
    const words = ['--pack', 'xinjiang-2023', '--last-year', '有', '--forms', '无'];
    await project.run('new', 'new-bureau/2023', ...body, ...words);
    const { stdout } = await project.run('import', 'new-bureau/2023', REFERENCE);
    expect(stdout).not.toContain('import-conflict');
    const last = project.read(`${UNIT}/2022/accounts.yaml`);
    expect(last).toMatch(/^金额单位: 万元 /m);
    expect(last).toContain('  收入.总计: 450.53\n');
    expect(project.read(`${UNIT}/2023/narrative.yaml`)).toMatch(/^下设处室:\n {2}- 综合服务科$/m);
  });

  it('lets nobody guess the unit of amounts that were entered without one', async () => {
    await begin(2023, ...['--pack', 'demo-2023', '--last-year', '有', '--forms', '无']);
    const path = `${UNIT}/2023/accounts.yaml`;
    const typed = project.read(path).replace('  货物: 待填', '  货物: 5.59');
    project.write(path, typed);
    const { status, stderr } = await project.run('import', 'new-bureau/2023', BOOK);
    expect(status).toBe(1);
    expect(stderr).toMatch(/accounts\.yaml:3:7 error import-unit 已经填了数，“金额单位”还是待填/);
    expect(project.read(path)).toBe(typed);
  });

  it('leaves the files of a unit and of last year that are there', async () => {
    mkdirSync(join(project.root, UNIT, '2022'), { recursive: true });
    project.write(`${UNIT}/unit.yaml`, '名称: 示例\n类型: 事业单位\n下属单位: []\n');
    const last = '年度: 2022\n金额单位: 元\n用途: 仅作上年对比\n对比数: {}\n';
    project.write(`${UNIT}/2022/accounts.yaml`, last);
    const words = ['new', 'new-bureau/2023', '--pack', 'demo-2023', '--forms', '无'];
    const contrary = await project.run(...words, '--last-year', '首次公开');
    expect(contrary.status).toBe(2);
    expect(contrary.stderr).toContain('--last-year 是“首次公开”，却有 2022 年度的数；两者矛盾');
    const renamed = await project.run(...words, '--name', '别的名称');
    expect(renamed.status).toBe(2);
    expect(renamed.stderr).toContain('unit.yaml 已经有了，名称、类型照它；请去掉 --name');
    const { status, stdout } = await project.run(...words);
    expect(status).toBe(0);
    expect(stdout).not.toContain('unit.yaml');
    expect(project.read(`${UNIT}/unit.yaml`)).toContain('名称: 示例\n');
    expect(project.read(`${UNIT}/2022/accounts.yaml`)).toBe(last);
    expect((await project.run(...words)).stderr).toContain('已经存在，不会覆盖');
  });
});

async function everyKind(pack: string): Promise<string> {
  const { stderr } = await begin(2023, '--pack', pack, '--last-year', '有', '--forms', '?');
  return (/种类有：([^；]+)/.exec(stderr)?.[1] ?? '').replaceAll('、', ',');
}

describe('mingbai new without a terminal', () => {
  it.each([
    [[], ['--name', '--kind', '--pack', '--last-year', '--forms']],
    [BODY, ['--pack', '--last-year', '--forms']],
    [
      [...BODY, '--pack', 'demo-2023'],
      ['--last-year', '--forms'],
    ],
    [
      ['--pack', 'demo-2023', '--forms', '无'],
      ['--name', '--kind', '--last-year'],
    ],
  ])('says which options are missing: given %j', async (given, missing) => {
    const { status, stderr } = await project.run('new', 'new-bureau/2023', ...given);
    expect(status).toBe(2);
    expect(stderr.split('\n')[0]?.match(/--[a-z-]+/g)).toEqual(missing);
    expect(existsSync(join(project.root, UNIT))).toBe(false);
  });

  it.each([
    [['--kind', '企业'], '--kind 可以写的有：行政单位、参公事业单位、事业单位，不能是“企业”'],
    [
      ['--name', '示例', '--kind', '行政单位', '--pack', 'xinjiang-2024'],
      '“xinjiang-2024”不是适用 2023 年度的模板包；可以写的有：',
    ],
    [
      ['--pack', 'demo-2023', '--last-year', '没有'],
      '--last-year 可以写的有：有、首次公开、机构新设、机构改革，不能是“没有”',
    ],
    [
      ['--pack', 'demo-2023', '--forms', '整体,部门=2'],
      '--forms 里看不懂“部门=2”，应写种类和张数，种类有：整体、项目；先不建的只写 无',
    ],
    [['--pack', 'demo-2023', '--forms', '整体=2'], '--forms 里整体自评表有 2 张，最多 1 张'],
    [['--pack', 'demo-2023', '--forms', '项目,项目=2'], '--forms 里“项目”写了两次'],
  ])('says what can be written: %j', async (given, sentence) => {
    const { status, stderr } = await project.run('new', 'new-bureau/2023', ...given);
    expect(status).toBe(2);
    expect(stderr).toContain(sentence);
    expect(existsSync(join(project.root, UNIT))).toBe(false);
  });

  it.each([
    ['Neues/2023', '应只含小写字母、数字和连字符'],
    ['search/2023', '这个网址由网站自己使用'],
  ])('refuses a folder that cannot be an address: %s', async (target, sentence) => {
    const { status, stderr } = await project.run('new', target, ...BODY, '--last-year', '有');
    expect(status).toBe(2);
    expect(stderr).toContain(sentence);
  });

  it('asks nothing of a unit that has an earlier booklet', async () => {
    const { status, stderr } = await project.run('new', 'demo-bureau/2024', '--pack', 'demo-2023');
    expect(status).toBe(2);
    expect(stderr).toContain('由 2023 年度的决算带出，不用 --pack；请去掉');
  });
});

/** Answers on a terminal, line by line. */
async function answering(lines: readonly string[], given: Readonly<Record<string, string>> = {}) {
  const [input, output] = [new PassThrough(), new PassThrough()];
  let shown = '';
  output.on('data', (data) => (shown += String(data)));
  const dialogue = openDialogue(input, output);
  const files = await readSources(project.root);
  const made = firstBooklet({ slug: 'new-bureau', year: 2023 }, files, new Answers(given, dialogue));
  const left = [...lines];
  // Each answer is given when it was asked for.
  const typing = setInterval(() => {
    if (!/(?:：|> )$/.test(shown.split('\n').at(-1) ?? '')) return;
    shown += '\n';
    const line = left.shift();
    if (line === undefined) input.end();
    else input.write(`${line}\n`);
  }, 2);
  try {
    return { made: await made, shown };
  } catch (error) {
    return { error, shown };
  } finally {
    clearInterval(typing);
    dialogue.close();
  }
}

describe('mingbai new on a terminal', () => {
  it('asks for one thing after another, by number or word, and again where it does not understand', async () => {
    const answers = ['示例市档案馆', '9', '3', 'demo-2023', '首次公开', '整体,部门', '整体 项目=2'];
    const { made, shown } = await answering(answers);
    expect(shown).toContain('可以写的有：行政单位、参公事业单位、事业单位，不能是“9”');
    expect(shown).toContain('看不懂“部门”');
    expect(made?.files.get(`${UNIT}/unit.yaml`)).toMatch(/^名称: 示例市档案馆$.*^类型: 事业单位$/ms);
    expect(made?.files.get(`${UNIT}/2023/accounts.yaml`)).toContain('情形:\n  首次公开: 是\n');
    expect([...(made?.files.keys() ?? [])].filter((path) => path.includes('performance'))).toEqual(
      ['overall', 'project-1', 'project-2'].map((name) => `${UNIT}/2023/performance/${name}.yaml`),
    );
  });

  it('does not ask what the options say', async () => {
    const given = { name: '示例市档案馆', kind: '事业单位', pack: 'demo-2023', forms: '无' };
    const { made, shown } = await answering(['1'], given);
    expect(shown.match(/^(?!new-bureau)\S.*？/gm)).toEqual(['上年（2022 年度）的决算数有没有？']);
    expect(made?.files.has(`${UNIT}/2022/accounts.yaml`)).toBe(true);
  });

  it('ends in one sentence where the answers end', async () => {
    const { error } = await answering(['示例市档案馆']);
    expect(String(error)).toContain('没有答完；没有写任何文件');
  });
});
