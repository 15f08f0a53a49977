import { expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../src/accounts/schema/site.ts';
import { handOver } from '../../src/summary/handover.ts';
import { lineAt, sourceLine } from '../../src/site/figures/source-line.ts';
import { compiled } from '../support/compiled.ts';
import { edited, realFiles } from '../support/project.ts';

it('a number leads to its line in the repository if the site says where that can be read', async () => {
  const files = edited(
    await realFiles('demo-bureau'),
    'content/site.yaml',
    '站名: 部门决算公开',
    '站名: 部门决算公开\n源文件网址: https://code.example/blob/main/',
  );
  const site = compiled(files);
  handOver({ site, pdf: false });
  const booklet = site.units[0]?.booklets.at(-1);
  const origin = booklet?.figures.get('人员.在职人员').origin;
  if (origin?.kind !== 'reported') throw new Error('not an entry');
  const { text, href } = sourceLine(origin.entry);
  const [file, line] = text.split(':');
  expect(file).toBe('content/units/demo-bureau/2023/accounts.yaml');
  expect(href).toBe(`https://code.example/blob/main/${file}#L${line}`);
});

it('what came with the program is not in the repository, and says whose it is', () => {
  const settings = { ...DEFAULT_SETTINGS, sources: 'https://code.example/blob/main/' };
  handOver({ site: { settings, units: [], diagnostics: [] }, pdf: false });
  const shipped = { at: 'node_modules/mingbai/templates/demo-2023/pack.yaml', version: '1.2.3' };
  expect(lineAt({ file: 'templates/demo-2023/pack.yaml', line: 3, column: 1, shipped })).toEqual({
    text: '明白账 1.2.3 版自带的 templates/demo-2023/pack.yaml:3:1',
  });
});
