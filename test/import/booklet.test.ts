import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ImportPlan } from '../../src/import/import-files.ts';
import { sourceFile, type RawFile } from '../../src/source/source-file.ts';
import { valueAt, valueOf, type YamlValue } from '../../src/source/writer/value.ts';
import { parseYaml } from '../../src/source/yaml.ts';
import { compiled, opened } from '../support/compiled.ts';
import { realFiles, textFile, textOf } from '../support/project.ts';
import { formsIn, formsOf } from './support/form-sheets.ts';
import { sentences } from './support/printed.ts';
import { bookletOf, given, plan, withWritten } from './support/taken-in.ts';

const TARGET = { slug: 'changji-sme', year: 2023, pack: 'xinjiang-2023' };
const FOLDER = 'content/units/changji-sme/';
const REFERENCE = readFileSync(new URL('../reference/changji-sme-2023.txt', import.meta.url), 'utf8');

/** The text without its forms: what takes long is not needed twice. */
const PROSE = REFERENCE.replace(/部门（单位）整体支出绩效目标自评表[^]*(?=十二、其他需说明)/u, '');

let files: readonly RawFile[];
/** The project without any year of the unit. */
let empty: readonly RawFile[];
let made: ImportPlan;

beforeAll(async () => {
  files = await realFiles(TARGET.slug);
  empty = files.filter(({ path }) => !/changji-sme\/20\d\d\//.test(path));
  made = await taken(REFERENCE);
}, 60_000);

function taken(text: string): Promise<ImportPlan> {
  return plan(empty, TARGET, given('公开文本.txt', new TextEncoder().encode(text)));
}

function written({ writes }: ImportPlan, path: string): YamlValue {
  const text = writes.find((file) => file.path === FOLDER + path)?.text ?? '';
  return read(text);
}

function read(text: string): YamlValue {
  const { document } = parseYaml(sourceFile('x.yaml', text));
  if (document === undefined) throw new Error(`no YAML: ${text}`);
  return valueOf(document.root);
}

/** The project with what an import writes. */
function after(made: ImportPlan): readonly RawFile[] {
  return withWritten(empty, made);
}

/** `path = value` for everything at the ends of a file, what is the same as something else by that. */
function leaves(value: YamlValue | undefined, path = ''): readonly string[] {
  if (value instanceof Map) return [...value].flatMap(([key, one]) => leaves(one, `${path}.${key}`));
  if (Array.isArray(value)) return [`${path} = ${value.join('、')}`];
  return [`${path} = ${String(value)}`];
}

describe('the text of the reference booklet, taken in', () => {
  it('leaves no number unread and finds nothing that does not fit', () => {
    expect(made.leftovers).toEqual([]);
    expect(made.findings).toEqual([]);
    expect(made.toFill).toEqual([]);
  });

  it('gives last year’s figures as they were worked out by hand', () => {
    const figures = (value: YamlValue | undefined): readonly string[] => [...leaves(value)].toSorted();
    const byHand = figures(valueAt(read(textOf(files, `${FOLDER}2022/accounts.yaml`)), ['对比数']));
    // That both kinds of vehicle costs were nothing is concluded from their sum; the text does not compare them.
    const stated = byHand.filter((one) => !/公务用车(?:购置费|运行维护费) =/.test(one));
    expect(figures(valueAt(written(made, '2022/accounts.yaml'), ['对比数']))).toEqual(stated);
  });

  it('gives the texts that were copied by hand', () => {
    const byHand = read(textOf(files, `${FOLDER}2023/narrative.yaml`));
    const reasons = valueAt(byHand, ['原因']);
    const resolved = (id: string): YamlValue | undefined => {
      const own = valueAt(byHand, ['原因', id]);
      const same = own instanceof Map ? own.get('同') : undefined;
      return typeof same === 'string' ? resolved(same) : own;
    };
    const ids = reasons instanceof Map ? [...reasons.keys()] : [];
    const narrative = written(made, '2023/narrative.yaml');
    expect(ids.map((id) => valueAt(narrative, ['原因', id]))).toEqual(ids.map(resolved));
    for (const key of ['主要职能', '下设处室', '开支内容', '绩效管理', '其他说明事项'])
      expect(leaves(valueAt(narrative, [key])), key).toEqual(leaves(valueAt(byHand, [key])));
  });

  it('gives the accounts as far as the text settles them; the rest is not disclosed', () => {
    const accounts = written(made, '2023/accounts.yaml');
    const byHand = read(textOf(files, `${FOLDER}2023/accounts.yaml`));
    const settled = [
      '人员',
      '年初结转和结余',
      '年末结转和结余',
      '结余分配',
      '年初预算',
      '三公经费',
      '政府采购',
    ];
    for (const key of [...settled, '印数'])
      expect(leaves(valueAt(accounts, [key])).toSorted(), key).toEqual(
        leaves(valueAt(byHand, [key])).toSorted(),
      );
    expect(valueAt(accounts, ['支出', '2011350', '一般公共预算', '基本支出'])).toBe('未公开');
    expect(valueAt(accounts, ['批复数', '支出.2011350.一般公共预算.合计'])).toBe('114.13');
    expect(valueAt(accounts, ['支出', '未公开', '非财政拨款', '项目支出'])).toBe('未公开');
    expect(valueAt(accounts, ['基本支出经济分类', '30101'])).toBe('未公开');
  });

  it('prints as the reference does, sentence by sentence', () => {
    const again = after(made);
    expect(compiled(again).diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    const [printed, reference] = [again, files].map((one) => bookletOf(one, TARGET.slug, TARGET.year));
    if (printed === undefined || reference === undefined) throw new Error('no booklet');
    expect(sentences(printed)).toEqual(sentences(reference));
    expect(printed.render().forms).toEqual(reference.render().forms);
  });

  it('gives the nine forms that were copied by hand, and says that nothing but words told their cells apart', () => {
    const pack = opened(files).packs.packs.get(TARGET.pack);
    if (pack === undefined) throw new Error('no pack');
    expect(Object.fromEntries(formsIn(made, pack))).toEqual(
      Object.fromEntries(formsOf(files, TARGET.slug, TARGET.year, pack)),
    );
    const forms = made.told.filter((sentence) => sentence.includes('自评表'));
    expect(forms).toHaveLength(9);
    expect(forms.every((sentence) => sentence.includes('请逐格核对'))).toBe(true);
  });

  it('says where in the text a number stands that does not fit', async () => {
    const { findings } = await taken(PROSE.replace('货物支出 5.59 万元', '货物支出 5.95 万元'));
    const told = findings.map(({ rule, at }) => `${rule} ${'at' in at ? at.at : at.file}`);
    expect(told).toContain('import-total 第 345 行');
  });
});

it('a rate of change that does not fit the amounts beside it is told of', async () => {
  const { findings } = await taken(PROSE.replace('增长 10.98%', '增长 19.08%'));
  const messages = findings.filter(({ rule }) => rule === 'import-total').map(({ message }) => message);
  expect(messages.filter((one) => one.includes('增减率：这里是 19.08 %，应为 10.98 %'))).toHaveLength(1);
});

describe('a text that is worded or torn otherwise says the same', () => {
  it('in lines of ten characters, half-width, behind a cover and contents, with words and a sentence put in, and one left out', async () => {
    const cover =
      '某局部门决算公开说明目录第一部分 单位概况 1第二部分 部门决算情况说明 2第三部分 专业名词解释 9';
    const worded = PROSE.replace('收入支出总体与上年相比', '2023年度，我单位收入支出总体与上年决算数相比')
      .replace('六、一般公共', '以上支出详见附表。\n六、一般公共')
      .replace('具体情况如下：', '');
    const torn = `${cover}\n${worded}`.normalize('NFKC').replaceAll(/\s/gu, '').replaceAll(/.{10}/gu, '$&\n');
    const { writes, leftovers } = await taken(torn);
    // Its forms are not there: what it says of them is held against nothing, and listed.
    expect(leftovers.map(({ text, why }) => [text, why.slice(0, 8)])).toEqual(
      ['1', '513.95', '513.95', '8', '294.58', '254.73'].map((text) => [text, '没有读到自评表，']),
    );
    const amounts = (one: ImportPlan): readonly string[] =>
      leaves(written(one, '2023/accounts.yaml')).toSorted();
    expect(amounts({ ...made, writes })).toEqual(amounts(made));
    expect(leaves(valueAt(written({ ...made, writes }, '2023/narrative.yaml'), ['原因']))).toEqual(
      leaves(valueAt(written(made, '2023/narrative.yaml'), ['原因'])),
    );
  });
});

describe('where something is entered already', () => {
  it('what is the same stays, and what differs is a conflict with both places', async () => {
    const changed = await plan(
      after(made),
      TARGET,
      given(
        '公开文本.txt',
        textFile('x', PROSE.replace('住房公积金缴\n\n费减少', '住房公积金缴\n\n费调整')).bytes,
      ),
    );
    expect(changed.writes).toEqual([]);
    expect(changed.findings.map(({ rule, message }) => `${rule} ${message}`)).toEqual([
      expect.stringMatching(/^import-conflict 原因\.支出\.2210201.*没有改动/),
    ]);
  });
});
