import type { z } from 'zod';
import { error, type Diagnostic } from '../../source/diagnostic.ts';
import { hiddenIn } from '../../source/unfit-characters.ts';
import { placeOfKey, placeOfValue, plainValue, type YamlDocument, type YamlPath } from '../../source/yaml.ts';
import { UNDISCLOSED } from '../disclosed.ts';

type Issue = z.core.$ZodIssue;

const WRONG_VALUE: readonly string[] = ['invalid_value', 'invalid_format'];

/** What a schema makes of a file. */
export interface Validated<T> {
  /** The file's model, without its faulty entries; undefined if nothing can be made of it. */
  readonly value?: T;
  /** False if entries had to be left out, so that sums over them say nothing. */
  readonly whole: boolean;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads a parsed file through a schema. Every problem is reported at its place. Where the file can be read
 * without the faulty entries (taken as not disclosed), the rest is returned, so that one run finds everything.
 */
export function validate<S extends z.ZodType>(schema: S, document: YamlDocument): Validated<z.output<S>> {
  const plain = plainValue(document.root);
  const result = schema.safeParse(plain);
  if (result.success) return { value: result.data, whole: true, diagnostics: [] };
  const issues = result.error.issues.flatMap(leafIssues);
  const diagnostics = withoutMisspelt(issues.flatMap((issue) => diagnose(issue, document)));
  for (const issue of issues) setAside(plain, issue);
  const second = schema.safeParse(plain);
  const whole = !issues.some((issue) => issue.code === 'invalid_key');
  const read = second.success ? second : schema.safeParse(withoutSections(plain, second.error.issues));
  return read.success ? { value: read.data, whole, diagnostics } : { whole, diagnostics };
}

/** The last resort: without the sections that are still faulty. It works out where these may be left out. */
function withoutSections(plain: unknown, issues: readonly Issue[]): unknown {
  const faulty = issues.map((issue) => issue.path[0]);
  if (typeof plain !== 'object' || plain === null) return plain;
  return Object.fromEntries(Object.entries(plain).filter(([section]) => !faulty.includes(section)));
}

/** An entry that may be written in two ways fails in both: the attempt that got inside it knows what was meant. */
function leafIssues(issue: Issue): readonly Issue[] {
  if (issue.code !== 'invalid_union') return [issue];
  const attempts = issue.errors.map((issues) => issues.flatMap(leafIssues));
  const inside =
    attempts.find((issues) => issues.every((inner) => inner.path.length > 0)) ??
    attempts.find((issues) =>
      issues.every((inner) => inner.path.length > 0 || inner.code !== 'invalid_type'),
    );
  if (inside === undefined) return [issue];
  return inside.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] }));
}

/** An amount, a code, a date: in a longer text something hidden is not what is wrong. */
const SHORT = 40;

/** In a list in one line the whole entry becomes a key. */
const WIDE_COLON = '；键后面的冒号要用半角，再空一格，如“键: 值”';

function diagnose(issue: Issue, document: YamlDocument): readonly Diagnostic[] {
  if (issue.code === 'unrecognized_keys') {
    const messages = issue.message.split('\n');
    return issue.keys.map((key, index) =>
      error(
        'unknown-key',
        `${messages[index] ?? issue.message}${hiddenIn(key)}${key.includes('：') ? WIDE_COLON : ''}`,
        placeOfKey(document, [...issue.path, key]),
      ),
    );
  }
  if (issue.code === 'invalid_key') {
    const inner = issue.issues[0];
    const message = `${inner?.message ?? ''}${hiddenIn(String(issue.path.at(-1)))}`;
    return [error(ruleOf(inner) ?? 'wrong-key', message, placeOfKey(document, issue.path))];
  }
  const value = valueAt(plainValue(document.root), issue.path);
  if (value === undefined) {
    const message = `缺少“${String(issue.path.at(-1))}”这一项；请补上`;
    return [error('missing-key', message, placeOfKey(document, issue.path.slice(0, -1)))];
  }
  const label = labelOf(issue.path);
  const rule = ruleOf(issue) ?? (WRONG_VALUE.includes(issue.code) ? 'wrong-value' : 'wrong-type');
  const hidden = typeof value === 'string' && value.length <= SHORT ? hiddenIn(value) : '';
  return [error(rule, `${label}${explain(issue, value)}${hidden}`, placeOfValue(document, issue.path))];
}

/** A misspelt key is one mistake, not an unknown key and a missing one. */
function withoutMisspelt(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const meant = diagnostics.flatMap(({ rule, message }) =>
    rule === 'unknown-key' ? (/是否为“(.+)”？/.exec(message)?.[1] ?? []) : [],
  );
  return diagnostics.filter(({ rule, message }) => {
    const missing = rule === 'missing-key' ? /缺少“(.+)”这一项/.exec(message)?.[1] : undefined;
    return missing === undefined || !meant.includes(missing);
  });
}

function ruleOf(issue: Issue | undefined): string | undefined {
  const rule: unknown = issue?.code === 'custom' ? issue.params?.['rule'] : undefined;
  return typeof rule === 'string' ? rule : undefined;
}

function explain(issue: Issue, value: unknown): string {
  if (issue.code === 'custom') return issue.message;
  if (issue.code === 'invalid_value') return `应为以下之一：${issue.values.map(String).join('、')}`;
  // Some fields say themselves what they should be.
  if (/\p{Script=Han}/u.test(issue.message)) return issue.message;
  if (issue.code !== 'invalid_type') return '写法不对；请对照手册的例子填写';
  if (issue.expected === 'string')
    return '写法不对；此处应是一个值（一段文字或一个数），不能是列表或下一级的键';
  if (issue.expected === 'array') return '写法不对；此处应是列表，每行以“- ”开头';
  const emptied = value === null || value === '' ? '；可以不写、又没有内容的，整行删去' : '';
  return `写法不对；此处应有下一级的键，每行写“键: 值”${emptied}`;
}

function labelOf(path: YamlPath): string {
  const names = path.filter((step) => typeof step === 'string').slice(-2);
  return names.length === 0 ? '' : `“${names.join('.')}”`;
}

function valueAt(root: unknown, path: YamlPath): unknown {
  let value = root;
  for (const step of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Record<PropertyKey, unknown>)[step];
  }
  return value;
}

/** Takes a faulty entry out of the plain value: unknown keys go, everything else becomes 未公开. */
function setAside(root: unknown, issue: Issue): void {
  if (issue.code === 'unrecognized_keys') {
    const holder = valueAt(root, issue.path);
    for (const key of issue.keys) Reflect.deleteProperty(holder as object, key);
    return;
  }
  const last = issue.path.at(-1);
  const holder = valueAt(root, issue.path.slice(0, -1));
  if (last === undefined || typeof holder !== 'object' || holder === null) return;
  if (issue.code === 'invalid_key') Reflect.deleteProperty(holder, last);
  else (holder as Record<PropertyKey, unknown>)[last] = UNDISCLOSED;
}
