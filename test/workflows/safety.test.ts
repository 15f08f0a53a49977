import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { actionsJob, actionsWorkflow, giteePipeline, shellTexts } from './support/read-workflows.ts';
import { giteeCommands, workflowFiles, workflowText } from './support/read-workflows.ts';

const ACTIONS = workflowFiles('github', 'gitea');
const JOBS = ACTIONS.flatMap((path) =>
  Object.entries(actionsWorkflow(path).jobs).map(([name, job]) => ({ path, name, job })),
);
const ON_DEFAULT_BRANCH = 'github.ref_name == github.event.repository.default_branch';

/** The most that each job may do; what is not listed may do nothing. */
const MAY: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'github/.github/workflows/check.yml#check': { contents: 'read' },
  'github/.github/workflows/comment.yml#comment': { actions: 'read', 'pull-requests': 'write' },
  'github/.github/workflows/deploy.yml#build': { contents: 'read' },
  'github/.github/workflows/deploy.yml#pages': { pages: 'write', 'id-token': 'write' },
  'github/.github/workflows/deploy.yml#rsync': {},
  'github/.github/workflows/deploy.yml#s3': { contents: 'read' },
  'gitea/.gitea/workflows/check.yml#check': { contents: 'read' },
  'gitea/.gitea/workflows/check.yml#comment': { 'pull-requests': 'write' },
  'gitea/.gitea/workflows/deploy.yml#rsync': { contents: 'read' },
  'gitea/.gitea/workflows/deploy.yml#s3': { contents: 'read' },
};

describe('what somebody else wrote never reaches a shell', () => {
  it.each(workflowFiles('github', 'gitea'))('%s puts no expression into a command', (path) => {
    const texts = shellTexts(path);
    expect(texts.length).toBeGreaterThan(0);
    for (const text of texts) expect(text).not.toContain('${{');
  });

  it.each(workflowFiles())('%s names no title, message, author or branch of a proposal', (path) => {
    const commands = shellTexts(path).join('\n');
    expect(commands).not.toMatch(
      /CI_(?:MERGE_REQUEST_(?:TITLE|DESCRIPTION|SOURCE_BRANCH)|COMMIT_(?!SHA))\w*/,
    );
    expect(commands).not.toMatch(/GITEE_(?:COMMIT_MESSAGE|SOURCE_BRANCH|PIPELINE_TRIGGER_USER)/);
    expect(commands).not.toMatch(/GITHUB_(?:HEAD_REF|REF_NAME|ACTOR)|\beval\b/);
  });

  it.each(workflowFiles('gitee'))('%s leaves nothing that Gitee Go would replace within commands', (path) => {
    expect(giteeCommands(path)).not.toContain('${');
  });
});

describe('tokens and keys', () => {
  it.each(ACTIONS)('%s is never run with the rights of the target for what a fork proposes', (path) => {
    expect(Object.keys(actionsWorkflow(path).on)).not.toContain('pull_request_target');
    expect(workflowText(path)).not.toContain('allow-unsafe-pr-checkout');
  });

  it('every job states the least that it may do', () => {
    const stated = JOBS.map(({ path, name, job }) => [`${path}#${name}`, job.permissions]);
    expect(Object.fromEntries(stated)).toEqual(MAY);
    for (const path of ACTIONS) expect(actionsWorkflow(path).permissions).toEqual({});
  });

  it('keys are given to single steps of jobs on the default branch alone', () => {
    const withKeys = JOBS.filter(({ job }) => JSON.stringify(job).includes('secrets.'));
    expect(withKeys.map(({ path, name }) => `${path}#${name}`)).toEqual([
      'gitea/.gitea/workflows/deploy.yml#rsync',
      'gitea/.gitea/workflows/deploy.yml#s3',
      'github/.github/workflows/deploy.yml#rsync',
      'github/.github/workflows/deploy.yml#s3',
    ]);
    for (const { path, job } of withKeys) {
      expect(Object.keys(actionsWorkflow(path).on)).toEqual(['push', 'workflow_dispatch']);
      expect(job.if).toContain(ON_DEFAULT_BRANCH);
      const steps = job.steps.filter((step) => JSON.stringify(step).includes('secrets.'));
      expect(steps).toHaveLength(1);
      expect(steps[0]?.run).toMatch(/rsync|mingbai upload/);
    }
  });

  it('no token is left in a checkout, and jobs that may write check nothing out', () => {
    for (const { job } of JOBS) {
      const checkouts = job.steps.filter(({ uses }) => uses?.startsWith('actions/checkout@'));
      for (const step of checkouts) expect(step.with).toMatchObject({ 'persist-credentials': false });
      const writes = Object.values(job.permissions ?? {}).includes('write');
      if (writes) {
        expect(checkouts).toEqual([]);
        expect(JSON.stringify(job.steps)).not.toMatch(/npm |npx /);
      }
    }
  });

  it('a proposal from a fork gets no comment by a token that its own run holds', () => {
    expect(actionsJob('gitea/.gitea/workflows/check.yml', 'comment').if).toContain(
      'github.event.pull_request.head.repo.full_name == github.repository',
    );
  });

  it('pipelines of proposals on GitLab and Gitee use no variable that holds a key', () => {
    const KEYS = /TOKEN|KEY|SECRET|SSH_|S3_|AWS_|RSYNC_/;
    interface Job {
      readonly rules?: readonly { readonly if: string }[];
      readonly script?: readonly string[];
    }
    const jobs = Object.entries(load(workflowText('gitlab/.gitlab-ci.yml')) as Record<string, Job>);
    const keyed = jobs.filter(([, { script }]) => KEYS.test((script ?? []).join('\n')));
    expect(keyed.map(([name]) => name)).toEqual(['comment', 'rsync', 's3']);
    for (const [, { rules = [] }] of keyed)
      for (const rule of rules) expect(rule.if).toContain('$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH');
    for (const path of workflowFiles('gitee')) {
      const proposals = 'pr' in giteePipeline(path).triggers;
      expect(KEYS.test(giteeCommands(path))).toBe(!proposals);
    }
  });
});

describe('what runs is what was meant', () => {
  it('every action is named by its commit, with its version beside it', () => {
    const lines = ACTIONS.flatMap((path) => workflowText(path).split('\n')).filter((line) =>
      /\buses:/.test(line),
    );
    expect(lines.length).toBeGreaterThan(10);
    for (const line of lines)
      expect(line).toMatch(/^\s+(?:- )?uses: actions\/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+(?:-node20)?$/);
  });

  it('one version of an action has one commit', () => {
    const named = ACTIONS.flatMap((path) => [...workflowText(path).matchAll(/uses: (\S+)@(\S+) # (\S+)/g)]);
    const commits = new Map(named.map(([, action, commit, version]) => [`${action} ${version}`, commit]));
    for (const [, action, commit, version] of named) expect(commits.get(`${action} ${version}`)).toBe(commit);
  });

  it('newer work stops the older check, and deployments wait for each other', () => {
    for (const path of ACTIONS) {
      const { concurrency } = actionsWorkflow(path);
      expect(concurrency['cancel-in-progress']).toBe(path.endsWith('/check.yml'));
    }
    for (const path of workflowFiles('gitee'))
      expect(giteePipeline(path).strategy.blocking).toBe(!path.endsWith('check.yml'));
  });

  it('no job runs without end', () => {
    for (const { job } of JOBS) expect(job['timeout-minutes']).toBeGreaterThan(0);
  });
});
