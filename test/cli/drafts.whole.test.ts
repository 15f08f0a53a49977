import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { markDrafts, mustHoldDrafts } from '../../src/outputs/published/draft-site.ts';
import type { UnitSummary } from '../../src/summary/unit-summary.ts';
import { Refusal } from '../../src/workspace/refusal.ts';
import { TemporaryProject } from './temporary-project.ts';

const ACCOUNTS = 'content/units/demo-bureau/2023/accounts.yaml';

let project: TemporaryProject;

beforeAll(() => {
  project = new TemporaryProject('demo-bureau');
  const text = project.read(ACCOUNTS);
  project.write(ACCOUNTS, text.replace('模板: demo-2023\n', '模板: demo-2023\n公开:\n  稿本: 征求意见稿\n'));
});

afterAll(() => project.remove());

describe('a booklet that is not final', () => {
  it('is an error of a check for publication, at the line that says so', async () => {
    const { status, stdout } = await project.run('check');
    expect(status).toBe(1);
    expect(stdout).toMatch(
      /^content\/units\/demo-bureau\/2023\/accounts\.yaml:7:7 error draft .*build --draft/mu,
    );
  });

  it('is told and no more of a check for drafts', async () => {
    const { status, stdout } = await project.run('check', '--draft');
    expect(status).toBe(0);
    expect(stdout).toMatch(/accounts\.yaml:7:7 warning draft /u);
  });

  it('is not built for publication, alone or with others, and nothing is written', async () => {
    for (const words of [['build'], ['build', 'demo-bureau/2023']]) {
      const { status, stderr } = await project.run(...words);
      expect(status).toBe(1);
      expect(stderr).toContain('accounts.yaml:7:7 error draft ');
    }
    expect(existsSync(join(project.root, 'dist'))).toBe(false);
  });

  it('does not stand in the way of other years', async () => {
    expect(await project.run('check', 'demo-bureau/2022')).toMatchObject({ status: 0 });
  });

  it('has a name that says that it is a draft', async () => {
    const text = project.read(ACCOUNTS);
    project.write(ACCOUNTS, text.replace('征求意见稿', '定本'));
    const { stdout } = await project.run('check', '--draft');
    project.write(ACCOUNTS, text);
    expect(stdout).toMatch(/accounts\.yaml:7:7 error .*以“稿”结尾/u);
  });
});

describe('an output', () => {
  const unit = (draft?: string) =>
    [
      { slug: 'a', booklets: [{ year: 2023, ...(draft !== undefined && { draft }) }] },
    ] as unknown as UnitSummary[];
  const folder = (name: string): string => {
    const path = join(project.root, name);
    mkdirSync(path);
    return path;
  };

  it('that may hold no drafts is refused with one', async () => {
    await expect(markDrafts(unit('草稿'), false, folder('final'))).rejects.toThrow(/a\/2023 .*--draft/u);
  });

  it('that was published takes in no draft, and one of drafts does', async () => {
    const [published, drafts] = [folder('published'), folder('drafts')];
    await markDrafts(unit(), true, published);
    await markDrafts(unit('草稿'), true, drafts);
    expect(() => mustHoldDrafts(published)).toThrow(Refusal);
    expect(() => mustHoldDrafts(drafts)).not.toThrow();
  });

  it('with drafts is not uploaded', async () => {
    const site = folder('to-upload');
    await markDrafts(unit('草稿'), true, site);
    writeFileSync(join(site, '.mingbai-output'), '');
    process.env['AWS_ACCESS_KEY_ID'] = process.env['AWS_SECRET_ACCESS_KEY'] = 'test';
    const { status, stderr } = await project.run('upload', 'http://127.0.0.1:9', '--from', site);
    expect(status).not.toBe(0);
    expect(stderr).toContain('没有定稿');
  });
});
