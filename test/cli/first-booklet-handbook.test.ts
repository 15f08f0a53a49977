import { cpSync, copyFileSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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

/** The files that the chapter has in hand, each one that LibreOffice has saved. */
const GIVEN: Readonly<Record<string, string>> = {
  '决算表.xls': 'demo-bureau-2023.xls',
  '部门预算.xls': 'demo-bureau-2023-budget.xls',
  '其他表.ods': 'demo-bureau-2023-supplements.ods',
};

let project: TemporaryProject;

beforeAll(() => {
  project = new TemporaryProject('demo-bureau');
  for (const [name, fixture] of Object.entries(GIVEN))
    copyFileSync(join(ROOT, 'test/import/fixtures', fixture), join(project.root, name));
});
afterAll(() => project.remove());

function command(name: string, at = 0): readonly string[] {
  const found = commands.filter(([first]) => first === name)[at] ?? [];
  return found.map((word) => (word in GIVEN ? join(project.root, word) : word));
}

describe('the handbook’s way from the workbook to a first booklet', () => {
  it('has the commands from new to the signed booklet that is verified', () => {
    const names = ['new', 'new', 'import', 'check', 'build', 'sign', 'verify', 'verify', 'verify'];
    expect(commands.map(([name]) => name)).toEqual(names);
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
    // No number that stands in one of the given files is left to be typed.
    const accounts = project.read(`${FIRST}/2023/accounts.yaml`);
    expect(accounts).not.toContain(': 待填');
    // What the comments of the new file say besides: kinds of vehicles, and what may be entered.
    expect(accounts).toContain('# “车辆”一行一个，类别: 辆数，按批复表的类别和顺序\n国有资产:\n');
    expect(accounts).toMatch(/^# 还可以填：\n(?:# .*\n)*# {3}机关运行经费：/m);
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
