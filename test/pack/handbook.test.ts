import { cpSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { toString } from 'hast-util-to-string';
import type { RootContent } from 'hast';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Booklet } from '../../src/compile/booklet.ts';
import { readSources } from '../../src/workspace/read-sources.ts';
import { TemporaryProject } from '../cli/temporary-project.ts';
import { compiled } from '../support/compiled.ts';
import { ROOT } from '../support/project.ts';

/** The first part of the template handbook: a pack made step by step. */
const WALK =
  readFileSync(join(ROOT, 'templates/README.md'), 'utf8')
    .split('\n# 第一部分')[1]
    ?.split('\n# 第二部分')[0] ?? '';

/** What the walk tells its reader to write: a new file, an addition to one, or a line for another. */
interface Instruction {
  readonly path: string;
  readonly do: 'new' | 'append' | 'change';
  readonly text: string;
}

const INSTRUCTION =
  /^(?:[^\n]*。)?(?:(新建) )?`((?:content|templates)\/[^`]+)`(?: (末尾加|改一行))?：\n\n```\w+\n(.*?)^```/gmsu;

const instructions: readonly Instruction[] = [...WALK.matchAll(INSTRUCTION)].map(
  ([, made, path = '', how, text = '']) => ({
    path,
    do: made !== undefined ? 'new' : how === '末尾加' ? 'append' : 'change',
    text,
  }),
);

let project: TemporaryProject;
let booklet: Booklet;

function follow({ path, do: how, text }: Instruction): void {
  if (how === 'new') {
    mkdirSync(dirname(join(project.root, path)), { recursive: true });
    expect(existsSync(join(project.root, path)), path).toBe(false);
    return project.write(path, text);
  }
  const before = project.read(path);
  if (how === 'append') return project.write(path, before + text);
  const [from = '', to = ''] = ['-', '+'].map((sign) =>
    text
      .split('\n')
      .flatMap((line) => (line.startsWith(sign) ? line.slice(1) : []))
      .join('\n'),
  );
  expect(
    before.split('\n').filter((line) => line === from),
    `${path}: ${from}`,
  ).toHaveLength(1);
  project.write(
    path,
    before.replace(`${from}\n`, () => `${to}\n`),
  );
}

const textOf = (nodes: readonly RootContent[]): string =>
  nodes.map((node) => (node.type === 'element' || node.type === 'text' ? toString(node) : '')).join('\n');

beforeAll(async () => {
  project = new TemporaryProject('demo-bureau');
  const made = await project.run('pack', 'new', 'shili-2023', '--from', 'ministry-2024', '--year', '2023');
  expect(made.status).toBe(0);
  const units = join(project.root, 'content/units');
  cpSync(join(units, 'demo-bureau'), join(units, 'shiyin'), { recursive: true });
  cpSync(
    join(project.root, 'templates/ministry-2024/glossary.yaml'),
    join(project.root, 'templates/shili-2023/glossary.yaml'),
  );
  for (const instruction of instructions) follow(instruction);
  const site = compiled(await readSources(project.root));
  const found = site.units.find(({ slug }) => slug === 'shiyin')?.booklets.find(({ year }) => year === 2023);
  if (found === undefined) throw new Error('no booklet');
  booklet = found;
});

afterAll(() => project.remove());

describe('the walk of the template handbook', () => {
  it('is read as a whole', () => {
    const files = [...new Set(instructions.map(({ path }) => path))];
    expect(instructions.length).toBeGreaterThan(20);
    expect(files).toContain('templates/shili-2023/tables/meetings.yaml');
    expect(WALK.match(/^```(?:yaml|handlebars|diff)$/gm)).toHaveLength(instructions.length);
  });

  it('makes a pack that check accepts, with the number of warnings that it tells of', async () => {
    const { status, stdout } = await project.run('check', 'shiyin');
    const said = /^核对 1 个单位 3 本决算：0 个错误，(\d+) 个警告，0 个提示$/m;
    expect([status, stdout.match(/^.* error .*$/gm)]).toEqual([0, null]);
    expect(said.exec(stdout)?.[1]).toBe(said.exec(WALK)?.[1]);
    expect(stdout.split('\n').filter((line) => line.startsWith('templates/shili-2023/'))).toEqual([]);
  });

  it('prints what it says is printed', () => {
    const { parts, tables } = booklet.render();
    const printed = parts.map(({ content }) => textOf(content)).join('\n');
    const rows = tables.flatMap(({ body }) => body.map((row) => row.map(({ text }) => text).join('｜')));
    const quoted = [...WALK.matchAll(/^> (.*)$/gm)].flatMap(([, line = '']) =>
      line.includes('……') ? [] : line,
    );
    // What an earlier step shows, before the style of numbers was set, is printed in another way at the end.
    const last = quoted.filter((line) => !/954\.30万元.*101\.0%/.test(line));
    expect(last.length).toBeGreaterThan(8);
    expect(last.filter((line) => !printed.includes(line) && !rows.includes(line))).toEqual([]);
  });

  it('tells with the command that it names what is different', async () => {
    const { stdout } = await project.run('pack', 'diff', 'ministry-2024', 'shili-2023');
    const shown = /拿它对照第1步[^]*?```text\n([^]*?)```/.exec(WALK)?.[1] ?? '';
    const lines = shown.split('\n').flatMap((line) => line.trim() || []);
    expect(lines.length).toBeGreaterThan(2);
    for (const line of lines) expect(stdout).toContain(line);
  });
});
