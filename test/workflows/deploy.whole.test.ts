import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openLocalBucket, type LocalBucket } from '../support/local-bucket.ts';
import { ContentRepository } from './support/content-repository.ts';
import { actionsJob, actionsWorkflow, giteeCommands, gitlabCommands } from './support/read-workflows.ts';
import { openRemoteServer, type RemoteServer } from './support/remote-server.ts';
import { isJobWanted, runActionsJob } from './support/run-actions.ts';

const GITHUB = 'github/.github/workflows/deploy.yml';
const GITEA = 'gitea/.gitea/workflows/deploy.yml';
const KEY = '-----BEGIN OPENSSH PRIVATE KEY-----\nnot a key\n-----END OPENSSH PRIVATE KEY-----';
const KNOWN = 'www.example.invalid ssh-ed25519 AAAA';
const ON_MAIN = { ref_name: 'main', event: { repository: { default_branch: 'main' } } };
let repository: ContentRepository;

/** Builds a site of one page, as the office's own script of that name does a larger one. */
const BUILD = `mkdir -p dist/a && echo '<p>首页</p>' > dist/index.html && echo 1,2 > dist/a/t.csv && : > dist/.mingbai-output`;

beforeAll(() => {
  repository = new ContentRepository();
  repository.write('package.json', JSON.stringify({ private: true, scripts: { build: BUILD } }));
});

beforeEach(async () => {
  rmSync(join(repository.root, 'dist'), { recursive: true, force: true });
  // GitHub and GitLab build in a job of their own, and hand the site on.
  await repository.run(BUILD, {});
});

afterAll(() => repository.remove());

describe('what is deployed where', () => {
  const wanted = (path: string, github: object, vars: Record<string, string>) =>
    Object.entries(actionsWorkflow(path).jobs)
      .filter(([, job]) => isJobWanted(job, { github, vars }))
      .map(([name]) => name);

  it.each([
    [GITHUB, 'pages', ['build', 'pages']],
    [GITHUB, 'rsync', ['build', 'rsync']],
    [GITHUB, 's3', ['build', 's3']],
    [GITEA, 'rsync', ['rsync']],
    [GITEA, 's3', ['s3']],
  ])('%s with %s runs %j', (path, target, jobs) => {
    expect(wanted(path, ON_MAIN, { MINGBAI_DEPLOY: target })).toEqual(jobs);
  });

  it.each([GITHUB, GITEA])('%s does nothing unless asked, and nothing beside the main branch', (path) => {
    expect(wanted(path, ON_MAIN, {})).toEqual([]);
    expect(wanted(path, { ...ON_MAIN, ref_name: 'work' }, { MINGBAI_DEPLOY: 's3' })).toEqual([]);
  });

  it('GitHub keeps the site in the form that Pages takes, or in that of a folder', async () => {
    const kept = async (target: string) => {
      const contexts = { github: ON_MAIN, vars: { MINGBAI_DEPLOY: target } };
      const run = await runActionsJob(actionsJob(GITHUB, 'build'), repository, contexts, {});
      return { failed: run.failed, last: run.ran.at(-1) };
    };
    expect(await kept('pages')).toEqual({ failed: false, last: '保存网站（GitHub Pages 的形式）' });
    expect(await kept('rsync')).toEqual({ failed: false, last: '保存网站' });
  });

  it('GitLab takes its pages from the folder public', async () => {
    const ran = await repository.run(`${gitlabCommands('site')}\n${gitlabCommands('pages')}`, {});
    const page = join(repository.root, 'public/index.html');
    expect(ran).toMatchObject({ status: 0 });
    expect(existsSync(page)).toBe(true);
    rmSync(join(repository.root, 'public'), { recursive: true });
  });
});

describe('a web server, by rsync', () => {
  let server: RemoteServer;

  beforeEach(() => {
    server = openRemoteServer(repository);
    return () => server.remove();
  });

  const actions = (path: string, vars: Record<string, string> = {}) =>
    runActionsJob(
      actionsJob(path, 'rsync'),
      repository,
      {
        github: ON_MAIN,
        vars: { RSYNC_TARGET: server.target, SSH_KNOWN_HOSTS: KNOWN, ...vars },
        secrets: { SSH_PRIVATE_KEY: KEY },
      },
      {},
    );

  /** How each forge is asked for it; GitLab hands over keys as files. */
  const WAYS: Readonly<Record<string, () => Promise<boolean>>> = {
    GitHub: async () => (await actions(GITHUB)).failed,
    Gitea: async () => (await actions(GITEA)).failed,
    GitLab: async () => {
      repository.write('.git/key', `${KEY}\n`);
      repository.write('.git/known_hosts', `${KNOWN}\n`);
      const variables = {
        RSYNC_TARGET: server.target,
        SSH_PRIVATE_KEY: join(repository.root, '.git/key'),
        SSH_KNOWN_HOSTS: join(repository.root, '.git/known_hosts'),
      };
      return (await repository.run(gitlabCommands('rsync'), variables)).status !== 0;
    },
    Gitee: async () => {
      const commands = giteeCommands('gitee/.workflow/mingbai-deploy-rsync.yml');
      const variables = { RSYNC_TARGET: server.target, SSH_PRIVATE_KEY: KEY, SSH_KNOWN_HOSTS: KNOWN };
      return (await repository.run(commands, variables)).status !== 0;
    },
  };

  it.each(Object.keys(WAYS))('from %s', async (forge) => {
    expect(await WAYS[forge]?.()).toBe(false);
    expect(readFileSync(join(server.www, 'index.html'), 'utf8')).toBe('<p>首页</p>\n');
    expect(readFileSync(join(server.www, 'a/t.csv'), 'utf8')).toBe('1,2\n');
    expect(existsSync(join(server.www, 'gone.html'))).toBe(false);
    expect(server.key()).toBe(`600\n${KEY}\n`);
    const [call = ''] = server.calls();
    expect(call).toMatch(
      /^-p 22 -i \S+ -o IdentitiesOnly=yes -o BatchMode=yes -o StrictHostKeyChecking=yes /,
    );
    const kept = /-i (\S+)/.exec(call)?.[1] ?? '';
    expect(kept).not.toBe('');
    expect(existsSync(kept)).toBe(false);
  });

  it('another port is used where one is set', async () => {
    expect(await actions(GITHUB, { RSYNC_PORT: '2222' })).toMatchObject({ failed: false });
    expect(server.calls()[0]).toMatch(/^-p 2222 /);
  });

  it('on GitLab, a key that is no file is not shown in the log', async () => {
    const variables = { RSYNC_TARGET: server.target, SSH_PRIVATE_KEY: KEY, SSH_KNOWN_HOSTS: KNOWN };
    const { status, output } = await repository.run(gitlabCommands('rsync'), variables);
    expect(status).toBe(1);
    expect(output).toContain('设为“文件”类型的变量');
    expect(output).not.toContain('PRIVATE KEY-----');
  });

  it('what is not set is named, and nothing is sent', async () => {
    const { failed, output } = await actions(GITHUB, { SSH_KNOWN_HOSTS: '' });
    expect(failed).toBe(true);
    expect(output).toContain('请设置变量 SSH_KNOWN_HOSTS');
    expect(existsSync(join(server.www, 'gone.html'))).toBe(true);
  });
});

describe('a bucket', () => {
  let bucket: LocalBucket;

  beforeEach(async () => {
    bucket = await openLocalBucket();
  });

  afterEach(() => bucket.close());

  const actions = async (path: string) => {
    const { AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY } = bucket.keys;
    const contexts = {
      github: ON_MAIN,
      vars: { S3_BUCKET_URL: bucket.url },
      secrets: { S3_ACCESS_KEY_ID: AWS_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY: AWS_SECRET_ACCESS_KEY },
    };
    return (await runActionsJob(actionsJob(path, 's3'), repository, contexts, {})).output;
  };
  const shell = async (commands: string) => {
    const variables = { S3_BUCKET_URL: bucket.url, S3_REGION: 'cn-hangzhou', ...bucket.keys };
    return (await repository.run(commands, variables)).output;
  };
  const WAYS: Readonly<Record<string, () => Promise<string>>> = {
    GitHub: () => actions(GITHUB),
    Gitea: () => actions(GITEA),
    GitLab: () => shell(gitlabCommands('s3')),
    Gitee: () => shell(giteeCommands('gitee/.workflow/mingbai-deploy-s3.yml')),
  };

  it.each(Object.keys(WAYS))('from %s', async (forge) => {
    expect(await WAYS[forge]?.()).toContain('已上传 3 个文件，删去 0 个，没有变的 0 个');
    expect(await bucket.read('index.html')).toMatchObject({ text: '<p>首页</p>\n' });
  });
});
