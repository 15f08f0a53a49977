import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { ACCOUNTS, ContentRepository, ELSEWHERE } from './support/content-repository.ts';
import { actionsJob, type ActionsJob } from './support/read-workflows.ts';
import { runActionsJob } from './support/run-actions.ts';

// Every job as a whole, with the consequences of a proposal and the previews, runs in test/long/workflows.test.ts.

let repository: ContentRepository;

beforeAll(() => {
  repository = new ContentRepository();
});

afterEach(() => {
  const kept = join(repository.root, 'report/diff.md');
  if (existsSync(kept)) expect(readFileSync(kept, 'utf8')).not.toContain(ELSEWHERE);
  expect(repository.wasObeyed()).toBe(false);
  rmSync(join(repository.root, 'report'), { recursive: true, force: true });
});

afterAll(() => repository.remove());

const report = (name: string) => readFileSync(join(repository.root, 'report', name), 'utf8');

/** A job up to and with what it keeps of the consequences. */
function withoutPreview(job: ActionsJob): ActionsJob {
  const steps = job.steps.filter(({ name }) => !name?.includes('预览'));
  expect(job.steps.length - steps.length).toBe(2);
  return { ...job, steps };
}

it('on GitHub, an error is shown at its line, and the consequences are kept nevertheless', async () => {
  repository.git('checkout', '--quiet', '--detach', repository.base);
  repository.replace(ACCOUNTS, '  政府采购.总额: 145.57', '  政府采购.总额: 145.99');
  repository.commit('wrong');
  const job = withoutPreview(actionsJob('github/.github/workflows/check.yml', 'check'));
  const summary = join(repository.root, 'report/summary.md');
  const run = await runActionsJob(job, repository, { github: {} }, { GITHUB_STEP_SUMMARY: summary });
  expect(run.failed).toBe(true);
  expect(run.output).toMatch(/^::error file=content\/units\/changji-sme\/2023\/accounts\.yaml,line=\d+/m);
  expect(run.kept).toEqual({ diff: join(repository.root, 'report/') });
  expect(report('diff.md')).toContain('145.99');
  expect(report('diff.html')).toMatch(/^<!doctype html>/i);
  expect(report('summary.md')).toBe(report('diff.md'));
});

it.each(['github/.github/workflows/check.yml', 'gitea/.gitea/workflows/check.yml'])(
  'nothing is asked of a program that could not be installed (%s)',
  async (path) => {
    const job = actionsJob(path, 'check');
    const steps = job.steps.map((step) => (step.id === 'install' ? { ...step, run: 'false' } : step));
    const run = await runActionsJob({ ...job, steps }, repository, { github: {} }, {});
    expect(run.failed).toBe(true);
    expect(run.ran.at(-1)).toBe('安装明白账');
  },
);
