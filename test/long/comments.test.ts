import { basename, join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import {
  ContentRepository,
  ELSEWHERE,
  NARRATIVE,
  type Ran,
} from '../workflows/support/content-repository.ts';
import { openForgeApi, type ForgeApi } from '../workflows/support/forge-api.ts';
import { giteeCommands, gitlabCommands } from '../workflows/support/read-workflows.ts';

/** The comments that GitLab and Gitee write from the main branch and by the clock, on what their jobs computed. */
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

/** Comments twice, then once more after the proposal went on. */
async function threeTimes(run: () => Promise<Ran>, ref: string): Promise<readonly string[]> {
  forge.comments.push({ id: 1, body: '<!-- mingbai-diff 别人的', user: SOMEBODY });
  repository.git('checkout', '--quiet', 'main');
  expect(await run()).toEqual({ status: 0, output: expect.any(String) });
  const [, first] = forge.comments.map(({ body }) => body);
  expect(await run()).toMatchObject({ status: 0 });
  expect(forge.written).toHaveLength(1);
  repository.git('checkout', '--quiet', repository.head);
  repository.replace(NARRATIVE, '本单位另有说明', '本单位还有说明');
  const later = repository.commit('later');
  repository.git('update-ref', ref, later);
  repository.git('checkout', '--quiet', 'main');
  expect(await run()).toMatchObject({ status: 0 });
  expect(forge.comments).toHaveLength(2);
  const [, second] = forge.comments.map(({ body }) => body);
  repository.git('update-ref', ref, repository.head);
  return [first ?? '', second ?? ''].map((body) => body.replaceAll(later, 'LATER'));
}

function expectBoth([first = '', second = '']: readonly string[]): void {
  expect(first).toMatch(new RegExp(`^<!-- mingbai-diff ${repository.base} ${repository.head} -->\n`));
  expect(first).toContain('5.59 → 5.64');
  expect(first).not.toContain(ELSEWHERE);
  expect(second).toMatch(new RegExp(`^<!-- mingbai-diff ${repository.base} LATER -->\n`));
  expect(second).toContain('本单位还有说明');
}

it('on GitLab there is one comment, which later work rewrites', async () => {
  forge = await openForgeApi({
    list: '/projects/3/merge_requests/7/notes',
    one: '/projects/3/merge_requests/7/notes/',
    authorization: 'the-token',
    bot: { id: 41, login: 'project_3_bot' },
  });
  Object.assign(forge.answers, {
    '/user': { id: 41 },
    '/projects/3/merge_requests?state=opened&target_branch=main': [{ iid: 7 }],
  });
  const environment = {
    CI_API_V4_URL: forge.url,
    CI_PROJECT_ID: '3',
    CI_DEFAULT_BRANCH: 'main',
    MINGBAI_COMMENT_TOKEN: 'the-token',
  };
  const run = () => repository.run(gitlabCommands('comment'), environment);
  expectBoth(await threeTimes(run, 'refs/merge-requests/7/head'));
});

it('on Gitee there is one comment, and a proposal that cannot be read does not keep others from theirs', async () => {
  const pulls = `/repos/${basename(join(repository.root, '..'))}/${basename(repository.root)}/pulls`;
  forge = await openForgeApi({
    list: `${pulls}/7/comments`,
    one: `${pulls}/comments/`,
    authorization: 'token the-token',
    bot: { id: 41, login: 'bot' },
  });
  Object.assign(forge.answers, { '/user': { id: 41 }, [`${pulls}?state=open`]: [{ number: 7 }] });
  const environment = { GITEE_API: forge.url, MINGBAI_COMMENT_TOKEN: 'the-token' };
  const run = () => repository.run(giteeCommands('gitee/.workflow/mingbai-comment.yml'), environment);
  expectBoth(await threeTimes(run, 'refs/pull/7/head'));
  forge.answers[`${pulls}?state=open`] = [{ number: 8 }, { number: 7 }];
  const ran = await run();
  expect(ran.status).toBe(1);
  expect(ran.output).toContain('合并请求 !8');
  expect(forge.comments[1]?.body).toContain(repository.head);
});
