import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Element, Nodes } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toString } from 'hast-util-to-string';
import { visit } from 'unist-util-visit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildPages } from '../../src/outputs/html.ts';
import { compiled } from '../support/compiled.ts';
import { edited, realFiles } from '../support/project.ts';

const PAGE = '/demo-bureau/2023/print/';

let folder: string;
let page: Nodes;

/** The elements of the page with a class, in order. */
function withClass(name: string): readonly Element[] {
  const found: Element[] = [];
  visit(page, 'element', (node) => {
    const names = node.properties['className'];
    if (Array.isArray(names) && names.includes(name)) found.push(node);
  });
  return found;
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mingbai-print-page-'));
  const files = edited(
    await realFiles('demo-bureau'),
    'templates/xinjiang-2023/pack.yaml',
    '\n部分:\n',
    '\n封面眉题: []\n封面行: ["{{年度}}年度"]\n封面落款: ["{{单位.名称}}", "审签人：无"]\n一图看懂: 不印\n部分:\n',
  );
  const site = compiled(files);
  await buildPages(
    { site, pdf: false },
    folder,
    () => undefined,
    (path) => path === PAGE,
  );
  page = fromHtml(readFileSync(join(folder, PAGE, 'index.html'), 'utf8'));
}, 60_000);

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('the printed page of a pack with a cover of its own and without charts', () => {
  it('has the lines of the pack on its cover, and no others', () => {
    expect(withClass('cover').map((cover) => toString(cover).replaceAll(/\s+/g, ''))).toEqual([
      '2023年度示例市政务服务局2023年度部门决算公开说明示例市政务服务局审签人：无',
    ]);
    expect(withClass('cover-kicker')).toEqual([]);
  });

  it('has no charts, nor a line of them in its contents', () => {
    expect(withClass('at-a-glance')).toEqual([]);
    expect(withClass('contents').map(toString).join('')).not.toContain('一图看懂');
  });
});
