import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Evaluator, Lexer, Parser, data } from '@actions/expressions';
import type { ContentRepository } from './content-repository.ts';
import type { ActionsJob, ActionsStep } from './read-workflows.ts';

/** What GitHub and Gitea know about a run, by the names under which expressions ask for it. */
export interface Contexts {
  readonly github: object;
  readonly vars?: Readonly<Record<string, string>>;
  readonly secrets?: Readonly<Record<string, string>>;
  readonly runner?: Readonly<Record<string, string>>;
}

/** How a job went. */
export interface JobRun {
  readonly failed: boolean;
  readonly output: string;
  /** Folders that were kept, by the name of the artifact. */
  readonly kept: Readonly<Record<string, string>>;
  /** Names of the steps that ran, in their order. */
  readonly ran: readonly string[];
}

/**
 * Runs a job's commands, with conditions and values evaluated by GitHub's own library. Of the actions only what they need of
 * this folder is asked: what is to be kept must be there.
 *
 * @param environment what the forge sets for every step
 */
export async function runActionsJob(
  job: ActionsJob,
  repository: ContentRepository,
  contexts: Contexts,
  environment: Readonly<Record<string, string>>,
): Promise<JobRun> {
  const steps: Record<string, { outcome: string }> = {};
  const run = { failed: false, output: '', kept: {} as Record<string, string>, ran: [] as string[] };
  for (const step of job.steps) {
    const known = { vars: {}, secrets: {}, runner: {}, ...contexts, steps };
    if (!isWanted(step, known, run.failed)) continue;
    const env = Object.fromEntries(
      Object.entries(step.env ?? {}).map(([name, text]) => [name, filledIn(text, known)]),
    );
    const outcome = await perform(step, repository, { ...environment, ...env }, known);
    run.ran.push(step.name ?? '');
    run.output += outcome.output;
    Object.assign(run.kept, outcome.kept);
    if (step.id !== undefined) steps[step.id] = { outcome: outcome.status === 0 ? 'success' : 'failure' };
    if (outcome.status !== 0) run.failed = true;
  }
  return run;
}

async function perform(
  step: ActionsStep,
  repository: ContentRepository,
  env: Readonly<Record<string, string>>,
  known: object,
): Promise<{ status: number; output: string; kept?: Record<string, string> }> {
  if (step.run !== undefined) return repository.run(step.run, env);
  if (!step.uses?.startsWith('actions/upload-')) return { status: 0, output: '' };
  const path = filledIn(String(step.with?.['path']), known);
  const kept = { [String(step.with?.['name'])]: join(repository.root, path) };
  return existsSync(join(repository.root, path))
    ? { status: 0, output: '', kept }
    : { status: 1, output: `${path} is not there` };
}

/** Whether a job would be run at all. */
export function isJobWanted(job: ActionsJob, contexts: Contexts): boolean {
  return job.if === undefined || isTrue(job.if, { vars: {}, ...contexts }, false);
}

/** A step without a status function in its condition wants all that went before to have succeeded. */
function isWanted(step: ActionsStep, known: object, failed: boolean): boolean {
  const condition = step.if ?? 'success()';
  const saysStatus = /\b(?:success|failure|always|cancelled)\(/.test(condition);
  return (saysStatus || !failed) && isTrue(condition, known, failed);
}

function isTrue(condition: string, known: object, failed: boolean): boolean {
  const [, inner = condition] = /^\$\{\{(.*)\}\}$/s.exec(condition.trim()) ?? [];
  const value = evaluate(inner, known, failed);
  return value.kind === data.Kind.Boolean ? value.coerceString() === 'true' : value.coerceString() !== '';
}

function filledIn(text: string, known: object): string {
  return text.replace(/\$\{\{(.*?)\}\}/g, (_, expression: string) =>
    evaluate(expression, known, false).coerceString(),
  );
}

function evaluate(expression: string, known: object, failed: boolean): data.ExpressionData {
  const contexts = JSON.parse(JSON.stringify(known), data.reviver) as data.Dictionary;
  const constant = (name: string, value: boolean) => ({
    name,
    minArgs: 0,
    maxArgs: 0,
    call: () => new data.BooleanData(value),
  });
  const functions = [
    constant('success', !failed),
    constant('failure', failed),
    constant('always', true),
    constant('cancelled', false),
  ];
  const names = contexts.pairs().map(({ key }) => key);
  const parsed = new Parser(new Lexer(expression).lex().tokens, names, functions).parse();
  return new Evaluator(parsed, contexts, new Map(functions.map((one) => [one.name, one]))).evaluate();
}
