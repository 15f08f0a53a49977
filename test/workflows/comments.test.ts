import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ContentRepository, HOSTILE } from './support/content-repository.ts';
import { openForgeApi, type ForgeApi } from './support/forge-api.ts';
import { actionsJob } from './support/read-workflows.ts';
import { isJobWanted, runActionsJob, type JobRun } from './support/run-actions.ts';

// The comments on GitLab and Gitee, whose jobs compute what they say, are in test/long/comments.test.ts.

const DIFF = `## 改动的后果\n\n${HOSTILE}\n`;
const MARK = '<!-- mingbai-diff -->';
const SOMEBODY = { id: 5, login: 'somebody' };
let repository: ContentRepository;
let forge: ForgeApi;

beforeAll(() => {
  repository = new ContentRepository();
});

afterEach(async () => {
  expect(repository.wasObeyed()).toBe(false);
  await forge.close();
});

afterAll(() => repository.remove());

describe('on GitHub', () => {
  const job = actionsJob('github/.github/workflows/comment.yml', 'comment');
  const FULL_NAME = 'bureau/booklets';
  let temporary: string;
  let event: { workflow_run: Record<string, unknown> };

  const pull = (sha: string, repositoryId: number) => ({
    number: 7,
    head: { sha, repo: { id: repositoryId } },
  });
  const question = (owner: string, branch: string) =>
    `/repos/${FULL_NAME}/pulls?state=open&head=${owner}:${branch}`;

  function comment(): Promise<JobRun> {
    writeFileSync(join(temporary, 'event.json'), JSON.stringify(event));
    const contexts = {
      github: { token: 'the-token', event },
      runner: { temp: temporary },
    };
    return runActionsJob(job, repository, contexts, {
      GITHUB_API_URL: forge.url,
      GITHUB_REPOSITORY: FULL_NAME,
      GITHUB_EVENT_PATH: join(temporary, 'event.json'),
      RUNNER_TEMP: temporary,
    });
  }

  /** What the check left, and what GitHub says of the run that left it. */
  function checked(text: string, sha: string, owner = 'bureau', id = 1): void {
    writeFileSync(join(temporary, 'diff/diff.md'), text);
    event = {
      workflow_run: {
        id: 99,
        event: 'pull_request',
        conclusion: 'success',
        head_sha: sha,
        head_branch: HOSTILE,
        head_repository: { id, full_name: `${owner}/booklets`, owner: { login: owner } },
      },
    };
    forge.answers[question(owner, HOSTILE)] = [pull('e'.repeat(40), 2), pull(sha, id)];
  }

  beforeEach(async () => {
    temporary = mkdtempSync(join(tmpdir(), 'mingbai-comment-'));
    mkdirSync(join(temporary, 'diff'));
    forge = await openForgeApi({
      list: `/repos/${FULL_NAME}/issues/7/comments`,
      one: `/repos/${FULL_NAME}/issues/comments/`,
      authorization: 'Bearer the-token',
      bot: { id: 41, login: 'github-actions[bot]' },
    });
    return () => rmSync(temporary, { recursive: true, force: true });
  });

  it('there is one comment, which later work rewrites and the same result leaves alone', async () => {
    forge.comments.push(
      ...Array.from({ length: 120 }, (_, id) => ({ id, body: `${MARK} 别人的`, user: SOMEBODY })),
    );
    checked(DIFF, 'a'.repeat(40));
    expect(await comment()).toMatchObject({ failed: false });
    expect(await comment()).toMatchObject({ failed: false });
    checked('## 新的后果\n', 'b'.repeat(40));
    expect(await comment()).toMatchObject({ failed: false });
    expect(forge.written).toEqual([
      `POST /repos/${FULL_NAME}/issues/7/comments`,
      `PATCH /repos/${FULL_NAME}/issues/comments/220`,
    ]);
    expect(forge.comments.slice(120).map(({ body }) => body)).toEqual([`${MARK}\n## 新的后果\n`]);
  });

  it('what the content says arrives as it is', async () => {
    checked(DIFF, 'a'.repeat(40));
    await comment();
    expect(forge.comments.map(({ body }) => body)).toEqual([`${MARK}\n${DIFF}`]);
  });

  it('of a proposal from a fork it says whose program computed it, and it stays within what GitHub takes', async () => {
    checked('长'.repeat(70_000), 'a'.repeat(40), 'stranger', 3);
    await comment();
    const [{ body } = { body: '' }] = forge.comments;
    expect(body).toMatch(new RegExp(`^${MARK}\\n> 这条说明是用派生仓库里的程序算出的`));
    expect(body.length).toBeLessThan(65_536);
  });

  it('what a run of older work says is not posted', async () => {
    checked(DIFF, 'a'.repeat(40));
    forge.answers[question('bureau', HOSTILE)] = [pull('b'.repeat(40), 1), pull('a'.repeat(40), 9)];
    expect(await comment()).toMatchObject({ failed: false });
    expect(forge.written).toEqual([]);
  });

  it('a file that only points to another is not read', async () => {
    checked(DIFF, 'a'.repeat(40));
    rmSync(join(temporary, 'diff/diff.md'));
    symlinkSync(join(temporary, 'event.json'), join(temporary, 'diff/diff.md'));
    expect(await comment()).toMatchObject({ failed: true });
    expect(forge.written).toEqual([]);
  });

  it('only what a check of a proposal left is commented on', () => {
    const of = (run: object) => isJobWanted(job, { github: { event: { workflow_run: run } } });
    expect(of({ event: 'pull_request', conclusion: 'failure' })).toBe(true);
    expect(of({ event: 'push', conclusion: 'success' })).toBe(false);
    expect(of({ event: 'pull_request', conclusion: 'cancelled' })).toBe(false);
  });
});

describe('on Gitea and Forgejo', () => {
  const job = actionsJob('gitea/.gitea/workflows/check.yml', 'comment');

  it.each(['gitea-actions', 'forgejo-actions'])(
    'there is one comment of %s, which later work rewrites',
    async (login) => {
      forge = await openForgeApi({
        list: '/repos/bureau/booklets/issues/7/comments',
        one: '/repos/bureau/booklets/issues/comments/',
        authorization: 'token the-token',
        bot: { id: -2, login },
      });
      forge.comments.push({ id: 1, body: `${MARK} 别人的`, user: SOMEBODY });
      repository.write('event.json', JSON.stringify({ pull_request: { number: 7 } }));
      const environment = {
        GITHUB_API_URL: forge.url,
        GITHUB_REPOSITORY: 'bureau/booklets',
        GITHUB_EVENT_PATH: join(repository.root, 'event.json'),
      };
      for (const text of [DIFF, DIFF, '新的']) {
        repository.write('diff/diff.md', text);
        const run = await runActionsJob(job, repository, { github: { token: 'the-token' } }, environment);
        expect(run.failed).toBe(false);
      }
      expect(forge.written).toHaveLength(2);
      expect(forge.comments.map(({ body }) => body)).toEqual([`${MARK} 别人的`, `${MARK}\n新的`]);
    },
  );

  it('a proposal from a fork gets none, since its run holds the token', () => {
    const of = (fullName: string) =>
      isJobWanted(job, {
        github: {
          repository: 'bureau/booklets',
          event: { pull_request: { head: { repo: { full_name: fullName } } } },
        },
      });
    expect([of('bureau/booklets'), of('stranger/booklets')]).toEqual([true, false]);
  });
});
