import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { ContentRepository, ELSEWHERE } from '../workflows/support/content-repository.ts';
import { actionsJob, giteeCommands, gitlabCommands } from '../workflows/support/read-workflows.ts';
import { runActionsJob } from '../workflows/support/run-actions.ts';

/** Every job of a proposal from its first command to its last, with the site that it lets people look at. */
/** What the change does, as the comment says it. */
const CONSEQUENCE = '5.59 → 5.64';
let repository: ContentRepository;

beforeAll(() => {
  repository = new ContentRepository();
});

afterEach(() => {
  expect(repository.wasObeyed()).toBe(false);
  for (const folder of ['report', 'preview'])
    rmSync(join(repository.root, folder), { recursive: true, force: true });
});

afterAll(() => repository.remove());

/** What a job that went through leaves: what the proposal does, without what happened on the target since, and the site. */
function expectWhatIsKept(): void {
  const kept = (path: string): string => readFileSync(join(repository.root, path), 'utf8');
  expect(kept('report/diff.md')).toContain(CONSEQUENCE);
  expect(kept('report/diff.md')).not.toContain(ELSEWHERE);
  expect(kept('report/diff.html')).toMatch(/^<!doctype html>/i);
  expect(existsSync(join(repository.root, 'preview/changji-sme/2023/index.html'))).toBe(true);
}

it.each(['github/.github/workflows/check.yml', 'gitea/.gitea/workflows/check.yml'])('%s', async (path) => {
  repository.git('checkout', '--quiet', repository.merged);
  const github = { event: { pull_request: { base: { sha: repository.git('rev-parse', 'main') } } } };
  const summary = join(repository.root, 'report/summary.md');
  const job = actionsJob(path, 'check');
  const run = await runActionsJob(job, repository, { github }, { GITHUB_STEP_SUMMARY: summary });
  expect(run).toMatchObject({ failed: false, ran: job.steps.map(({ name }) => name) });
  expect(run.kept).toEqual({
    diff: join(repository.root, 'report/'),
    preview: join(repository.root, 'preview/'),
  });
  expectWhatIsKept();
});

it('gitlab/.gitlab-ci.yml', async () => {
  repository.git('checkout', '--quiet', repository.head);
  const environment = {
    CI_MERGE_REQUEST_DIFF_BASE_SHA: repository.base,
    CI_COMMIT_SHA: repository.head,
  };
  for (const job of ['check', 'diff', 'preview'])
    expect(await repository.run(gitlabCommands(job), environment)).toMatchObject({ status: 0 });
  const issues = readFileSync(join(repository.root, 'gl-code-quality-report.json'), 'utf8');
  expect(JSON.parse(issues)).toContainEqual(expect.objectContaining({ check_name: expect.any(String) }));
  expectWhatIsKept();
});

it('gitee/.workflow/mingbai-check.yml', async () => {
  repository.git('checkout', '--quiet', repository.merged);
  const environment = { GITEE_PULL_ID: '7', GITEE_COMMIT: repository.git('rev-parse', 'main') };
  const commands = giteeCommands('gitee/.workflow/mingbai-check.yml');
  expect(await repository.run(commands, environment)).toMatchObject({ status: 0 });
  expectWhatIsKept();
});
