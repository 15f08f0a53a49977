import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { ROOT } from '../../support/project.ts';

const FOLDER = join(ROOT, 'scripts/workflows');

/** A step of a job of GitHub or Gitea. */
export interface ActionsStep {
  readonly id?: string;
  readonly name?: string;
  readonly if?: string;
  readonly uses?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly run?: string;
}

export interface ActionsJob {
  readonly if?: string;
  readonly needs?: string;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly environment?: string | { readonly name: string };
  readonly 'timeout-minutes'?: number;
  readonly steps: readonly ActionsStep[];
}

/** A workflow of GitHub or Gitea. */
export interface ActionsWorkflow {
  readonly name: string;
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions: Readonly<Record<string, string>>;
  readonly concurrency: { readonly group: string; readonly 'cancel-in-progress': boolean };
  readonly jobs: Readonly<Record<string, ActionsJob>>;
}

/** A pipeline of Gitee Go. */
export interface GiteePipeline {
  readonly triggers: Readonly<Record<string, unknown>>;
  readonly strategy: { readonly blocking: boolean; readonly stepTimeout: number };
  readonly stages: readonly { readonly steps: readonly { readonly commands: readonly string[] }[] }[];
}

/** Paths below scripts/workflows of all files that a forge reads. */
export function workflowFiles(...forges: readonly string[]): readonly string[] {
  return globSync('*/{.*/**/*.yml,.*.yml}', { cwd: FOLDER })
    .filter((path) => forges.length === 0 || forges.some((forge) => path.startsWith(`${forge}/`)))
    .sort();
}

/** Paths below scripts/workflows of the files that build a site in parts. */
export function shardFiles(): readonly string[] {
  return globSync('shards/*/{.*/**/*,*.*}{.yml,.yaml}', { cwd: FOLDER }).sort();
}

export function workflowText(path: string): string {
  return readFileSync(join(FOLDER, path), 'utf8');
}

export function actionsWorkflow(path: string): ActionsWorkflow {
  return load(workflowText(path)) as ActionsWorkflow;
}

export function actionsJob(path: string, name: string): ActionsJob {
  const job = actionsWorkflow(path).jobs[name];
  if (job === undefined) throw new Error(`no job ${name} in ${path}`);
  return job;
}

export function giteePipeline(path: string): GiteePipeline {
  return load(workflowText(path)) as GiteePipeline;
}

/** All commands of a pipeline of Gitee Go, one after the other. */
export function giteeCommands(path: string): string {
  const { stages } = giteePipeline(path);
  return stages.flatMap(({ steps }) => steps.flatMap(({ commands }) => commands)).join('\n');
}

/** The commands of a job of GitLab, with those that it inherits. */
export function gitlabCommands(name: string): string {
  interface Job {
    readonly extends?: string;
    readonly before_script?: string[];
    readonly script?: string[];
  }
  const jobs = load(workflowText('gitlab/.gitlab-ci.yml')) as Readonly<Record<string, Job>>;
  const job = jobs[name];
  if (job?.script === undefined) throw new Error(`no job ${name} in .gitlab-ci.yml`);
  const before = job.before_script ?? jobs[job.extends ?? '']?.before_script ?? [];
  return [...before, ...job.script].join('\n');
}

/** What a shell runs anywhere in a file, whatever the forge. */
export function shellTexts(path: string): readonly string[] {
  const found: string[] = [];
  const walk = (value: unknown, key = ''): void => {
    if (typeof value === 'string') {
      if (/^(?:run|script|before_script|after_script|commands)$/.test(key)) found.push(value);
    } else if (Array.isArray(value)) value.forEach((one) => walk(one, key));
    else if (value !== null && typeof value === 'object')
      for (const [name, one] of Object.entries(value)) walk(one, name);
  };
  walk(load(workflowText(path)));
  return found;
}
