import { describe, expect, it } from 'vitest';
import { compareInputs } from '../../src/changes/compare-inputs.ts';
import { inTodaysForm } from '../../src/migrate/in-todays-form.ts';
import type { RawFile } from '../../src/source/source-file.ts';
import { checked, compiled } from '../support/compiled.ts';
import { edited, realFiles, textFile, textOf } from '../support/project.ts';
import { olderPacks, withOlderPacks } from './older-files.ts';

const OLDER = await olderPacks();
const TODAY = inTodaysForm(OLDER);

const [PACK, MEETINGS] = ['templates/xinjiang-2023/pack.yaml', 'templates/meetings/pack.yaml'] as const;
const REVENUE = 'templates/xinjiang-2023/tables/revenue.yaml';

/** Lines of the one text that the other has not. */
function linesOnlyIn(text: string, other: string): readonly string[] {
  const known = new Set(other.split('\n'));
  return text.split('\n').filter((line) => !known.has(line));
}

/** What a file of before has that its rewritten text has not, and the other way round. */
function changeOf(path: string): { readonly gone: readonly string[]; readonly come: readonly string[] } {
  const [before, after] = [textOf(OLDER, path), textOf(TODAY.files, path)];
  return { gone: linesOnlyIn(before, after), come: linesOnlyIn(after, before) };
}

/** All that a booklet prints in parts, tables and forms. */
function printed(files: readonly RawFile[]): unknown {
  const [unit] = compiled(files).units;
  const { parts, tables, forms } = unit?.booklets[0]?.render() ?? {};
  return { parts, tables, forms };
}

describe('packs of before 0.1.0 in today’s form', () => {
  it.each([
    [REVENUE, ['      - 逐科目: 收入'], ['      - 逐科目: [类, 款, 项]']],
    ['templates/xinjiang-2023/forms/project.yaml', ['年度行: （{年度}年度）'], ['年度行: （{{年度}}年度）']],
    ['templates/xinjiang-2023/tables/basic-expenditure.yaml', [], ['密排: 是']],
    [MEETINGS, ['    预算: 会议费.年初预算数'], ['    年初预算: 会议费.年初预算数']],
  ])('of %s only the lines of the older form are rewritten', (path, gone, come) => {
    expect(changeOf(path)).toEqual({ gone, come });
  });

  it('a whole pack states what the program knew by itself, behind everything that it stated before', () => {
    const [before, after] = [textOf(OLDER, PACK), textOf(TODAY.files, PACK)];
    expect(after.startsWith(before.trimEnd())).toBe(true);
    const keys = after
      .slice(before.trimEnd().length)
      .split('\n')
      .filter((line) => /^\S/.test(line));
    expect(keys).toEqual(['封面眉题:', '封面落款:', '自评表种类:']);
  });

  it('files without an older form are the very same', () => {
    const changed = new Set(TODAY.rewritten.map(({ path }) => path));
    const others = OLDER.filter(({ path }) => !changed.has(path));
    expect(others.length).toBeGreaterThan(5);
    expect(others.filter((file) => !TODAY.files.includes(file))).toEqual([]);
  });

  it('has no older form left, and nothing to rewrite', () => {
    const again = inTodaysForm(TODAY.files);
    expect([again.older, again.rewritten, again.obstacles]).toEqual([[], [], []]);
    expect(again.files).toEqual(TODAY.files);
  });

  it('today’s own input has none', async () => {
    const files = await realFiles('changji-sme', 'demo-bureau');
    expect(inTodaysForm(files)).toEqual({ files, rewritten: [], older: [], obstacles: [] });
  });

  it('line ends and a byte-order mark stay', () => {
    const text = `\uFEFF${textOf(OLDER, REVENUE).replaceAll('\n', '\r\n')}`;
    const [rewritten] = inTodaysForm([textFile(REVENUE, text)]).rewritten;
    expect(rewritten?.text).toBe(text.replace('逐科目: 收入', '逐科目: [类, 款, 项]'));
  });
});

describe('check of an input in an older form', () => {
  it('names each place with its change and the command, and finds nothing else wrong', async () => {
    const { diagnostics } = checked(await withOlderPacks('changji-sme'));
    const errors = diagnostics.filter(({ severity }) => severity === 'error');
    expect(new Set(errors.map(({ rule }) => rule))).toEqual(new Set(['older-form']));
    expect(errors.map(({ place }) => place.file)).toEqual([
      'templates/xinjiang-2023/forms/overall.yaml',
      'templates/xinjiang-2023/forms/project.yaml',
      ...[PACK, PACK, PACK],
      'templates/xinjiang-2023/tables/basic-expenditure.yaml',
      ...['expenditure', 'general-budget', 'government-fund', 'revenue', 'state-capital'].map(
        (table) => `templates/xinjiang-2023/tables/${table}.yaml`,
      ),
    ]);
    const line = textOf(OLDER, REVENUE).split('\n').indexOf('      - 逐科目: 收入') + 1;
    const found = errors.find(({ place }) => place.file === REVENUE);
    expect(found?.place).toEqual({ file: REVENUE, line, column: 9 });
    expect(found?.message).toMatch(
      /^以前的写法：“逐科目”.*（0\.1\.0 版起）；运行 npx mingbai migrate 改写$/u,
    );
  });

  it('a pack that nobody uses stops nobody', async () => {
    const { diagnostics } = checked(await withOlderPacks('changji-sme'));
    const found = diagnostics.filter(({ place }) => place.file === MEETINGS);
    expect(found.map(({ rule, severity }) => `${severity} ${rule}`)).toContain('warning older-form');
    expect(found.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('once rewritten, it has the findings of before but for these, and prints the same', async () => {
    const files = await withOlderPacks('changji-sme');
    const today = inTodaysForm(files).files;
    const others = checked(files).diagnostics.filter(({ rule }) => rule !== 'older-form');
    expect(checked(today).diagnostics).toEqual(others);
    expect(printed(today)).toEqual(printed(files));
  });

  it('is no change of what is read: diff tells of entries and of gone findings alone', async () => {
    const before = await withOlderPacks('changji-sme');
    const schema = { path: 'content/schema/unit.json', bytes: new Uint8Array() };
    const after = [...inTodaysForm(before).files.filter(({ path }) => path !== schema.path), schema];
    const { entries, findings, ...change } = compareInputs({ before, after });
    expect(entries.map(({ place }) => place.file)).toContain(REVENUE);
    expect(entries.map(({ place }) => place.file)).not.toContain(schema.path);
    expect(findings.new).toEqual([]);
    expect(new Set(findings.gone.map(({ rule }) => rule))).toEqual(new Set(['older-form']));
    const { figures, sentences, cells, charts, pages } = change;
    expect([figures, sentences, cells, charts, pages]).toEqual([[], [], [], [], []]);
  });

  it('prints the tables and forms that today’s pack prints', async () => {
    const own = printed(await realFiles('changji-sme')) as {
      readonly tables: unknown;
      readonly forms: unknown;
    };
    const older = printed(await withOlderPacks('changji-sme'));
    expect(older).toMatchObject({ tables: own.tables, forms: own.forms });
  });
});

describe('what only an editor can decide', () => {
  const both = edited(
    OLDER,
    MEETINGS,
    '    预算: 会议费',
    '    年初预算: 会议费.年初预算数\n    预算: 会议费',
  );
  const unknown = edited(OLDER, REVENUE, '逐科目: 收入', '逐科目: 项目');

  it.each([
    ['both names of a key', both, /预算.*“年初预算”也写着/u],
    ['a list that never was', unknown, /没有“项目”这个清单/u],
  ])('%s is left, and told with its reason', (_, files, reason) => {
    const { obstacles, older } = inTodaysForm(files);
    expect(obstacles.map(({ message }) => message)).toEqual([expect.stringMatching(reason)]);
    expect(older).toContain(obstacles[0]);
  });

  it('a file that cannot be read might hold anything', () => {
    const { obstacles } = inTodaysForm(edited(OLDER, REVENUE, '标题: ', '标题: "'));
    expect(obstacles.map(({ rule, place }) => [rule, place.file])).toEqual([['yaml-syntax', REVENUE]]);
  });
});

describe('packs of today that look like older ones', () => {
  it('a new pack that forgets its kinds of forms lacks them', async () => {
    const files = (await realFiles('changji-sme')).filter(({ path }) => !path.includes('/forms/'));
    const text = textOf(files, 'templates/ministry-2024/pack.yaml').replace(
      /^自评表种类:[^]*?\n(?=\S)/mu,
      '',
    );
    const { diagnostics } = checked([
      ...files.filter(({ path }) => path !== 'templates/ministry-2024/pack.yaml'),
      textFile('templates/ministry-2024/pack.yaml', text),
    ]);
    expect(diagnostics.map(({ rule }) => rule)).toContain('incomplete-pack');
    expect(diagnostics.map(({ rule }) => rule)).not.toContain('older-form');
  });
});
