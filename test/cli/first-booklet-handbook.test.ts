import { cpSync, copyFileSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { editYaml } from '../../src/source/writer/edit-yaml.ts';
import { valueAt, valueOf } from '../../src/source/writer/value.ts';
import { sourceFile } from '../../src/source/source-file.ts';
import { parseYaml, scalarsBelow, type YamlDocument } from '../../src/source/yaml.ts';
import { ROOT } from '../support/project.ts';
import { TemporaryProject } from './temporary-project.ts';

const CHAPTER =
  /\n## 十三、第一次公开\n([^]*?)(?=\n## |$)/u.exec(
    readFileSync(join(ROOT, 'content/README.md'), 'utf8'),
  )?.[1] ?? '';
const FIRST = 'content/units/new-bureau';
const DEMO = 'content/units/demo-bureau';

/** The commands of the chapter, in its order. */
const commands = [...CHAPTER.matchAll(/^npx mingbai (.+)$/gm)].map(([, words = '']) => words.split(' '));

let project: TemporaryProject;

beforeAll(() => {
  project = new TemporaryProject('demo-bureau');
  copyFileSync(join(ROOT, 'test/import/fixtures/demo-bureau-2023.xls'), join(project.root, '决算表.xls'));
});
afterAll(() => project.remove());

function command(name: string, at = 0): readonly string[] {
  const found = commands.filter(([first]) => first === name)[at] ?? [];
  return found.map((word) => (word === '决算表.xls' ? join(project.root, word) : word));
}

function documentOf(text: string): YamlDocument {
  const { document } = parseYaml(sourceFile('a.yaml', text));
  if (document === undefined) throw new Error('does not parse');
  return document;
}

/** Fills in what is still open as the clerk of the demonstration unit has filled it in. */
function fillAs(path: string, model: string): void {
  const known = valueOf(documentOf(project.read(model)).root);
  const text = project.read(path);
  const edits = scalarsBelow(documentOf(text).root)
    .filter(({ scalar }) => scalar.text === '待填')
    .map(({ path: at }) => ({ do: 'replace', at, to: valueAt(known, at) ?? '0' }) as const);
  project.write(path, editYaml(text, edits));
}

describe('the handbook’s way from the workbook to a first booklet', () => {
  it('has the commands new, import, check and build', () => {
    expect(commands.map(([name]) => name)).toEqual(['new', 'new', 'import', 'check', 'build']);
  });

  it('makes the files by the one line that asks nothing', async () => {
    // The first one asks on a terminal.
    expect((await project.run(...command('new', 0))).status).toBe(2);
    expect((await project.run(...command('new', 1))).status).toBe(0);
  });

  it('takes in the workbook without a conflict', async () => {
    expect((await project.run(...command('import'))).status).toBe(0);
  });

  it('is told what is to be filled in, then what is to be explained, and ends without an error', async () => {
    const open = await project.run(...command('check'));
    expect(open.status).toBe(1);
    expect(open.stdout.match(/ error (?!to-fill)\S+/g)).toBeNull();
    fillAs(`${FIRST}/2023/accounts.yaml`, `${DEMO}/2023/accounts.yaml`);
    // What the comments of the new file say besides: kinds of vehicles, and what may be entered.
    const accounts = `${FIRST}/2023/accounts.yaml`;
    expect(project.read(accounts)).toContain(
      '# “车辆”一行一个，类别: 辆数，按批复表的类别和顺序\n国有资产:\n',
    );
    expect(project.read(accounts)).toMatch(/^# 还可以填：\n(?:# .*\n)*# {3}机关运行经费：/m);
    const demo = valueOf(documentOf(project.read(`${DEMO}/2023/accounts.yaml`)).root);
    const besides = [['国有资产', '车辆'], ['机关运行经费']].map(
      (at) => ({ do: 'set', at, to: valueAt(demo, at) ?? '' }) as const,
    );
    project.write(accounts, editYaml(project.read(accounts), besides));
    // What only the clerk knows: the body's parts, its words and its forms.
    cpSync(join(project.root, DEMO, 'unit.yaml'), join(project.root, FIRST, 'unit.yaml'));
    rmSync(join(project.root, FIRST, '2023/performance'), { recursive: true });
    for (const name of ['performance', 'narrative.yaml'])
      cpSync(join(project.root, DEMO, '2023', name), join(project.root, FIRST, '2023', name), {
        recursive: true,
      });
    const done = await project.run(...command('check'));
    expect(done.stdout.match(/^.* error .*$/gm)).toBeNull();
    expect(done.status).toBe(0);
  });
});
