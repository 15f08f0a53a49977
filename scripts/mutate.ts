/**
 * `npm run mutate`: changes every amount, count, share, score and code of the demonstration unit's 2023 files, one at
 * a time, by the smallest printed step twice (a code to another valid one), and counts how many changes the checks
 * report as an error or warning that names the changed file. Prints what went unnoticed.
 */
import { fileURLToPath } from 'node:url';
import { Exact, formatFixed } from '../src/accounts/decimal.ts';
import { compileSite } from '../src/compile/compile-site.ts';
import { decodeSource, type RawFile, type SourceFile } from '../src/source/source-file.ts';
import { parseYaml, type YamlNode } from '../src/source/yaml.ts';
import { readSources } from '../src/workspace/read-sources.ts';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const YEAR = 'content/units/demo-bureau/2023/';

interface Mutation {
  readonly path: string;
  /** What is changed, as keys joined by dots. */
  readonly label: string;
  readonly kind: 'number' | 'code';
  readonly offset: number;
  readonly from: string;
  readonly to: string;
}

const files = (await readSources(ROOT)).filter(
  ({ path }) => !/^content\/units\/(?!demo-bureau\/)/.test(path),
);
const codes = new Set(
  files.flatMap(({ path, bytes }) =>
    /codes\/2023/.test(path) ? codesIn(new TextDecoder().decode(bytes)) : [],
  ),
);
const baseline = new Set(findingsOf(files).map(({ text }) => text));
const mutations = files.filter(({ path }) => path.startsWith(YEAR)).flatMap(mutationsOf);
const unnoticed: Mutation[] = [];
const noticed = new Map<string, number>();

for (const [index, mutation] of mutations.entries()) {
  if (process.stderr.isTTY) process.stderr.write(`\r${index + 1}/${mutations.length}`);
  const found = findingsOf(applied(mutation)).filter(
    ({ text, files: named }) => !baseline.has(text) && named.includes(mutation.path),
  );
  if (found.length === 0) unnoticed.push(mutation);
  for (const rule of new Set(found.map(({ rule }) => rule))) noticed.set(rule, (noticed.get(rule) ?? 0) + 1);
}

const share = (100 * (mutations.length - unnoticed.length)) / mutations.length;
console.log(
  `\n${mutations.length} changes, ${mutations.length - unnoticed.length} reported (${share.toFixed(2)} %)`,
);
for (const [rule, count] of [...noticed].sort((a, b) => b[1] - a[1]))
  console.log(`${String(count).padStart(6)}  ${rule}`);
for (const { path, label, from, to } of unnoticed)
  console.log(`unnoticed  ${path.slice(YEAR.length)}  ${label}: ${from} → ${to}`);

function codesIn(text: string): readonly string[] {
  return [...text.matchAll(/^ {2}"(\d+)":/gm)].map((match) => match[1] ?? '');
}

function findingsOf(
  input: readonly RawFile[],
): readonly { rule: string; text: string; files: readonly string[] }[] {
  return compileSite(input)
    .diagnostics.filter(({ severity }) => severity !== 'note')
    .map(({ rule, message, place, related }) => ({
      rule,
      text: `${place.file} ${message}`,
      files: [place.file, ...related.map((one) => one.place.file)],
    }));
}

function applied({ path, offset, from, to }: Mutation): readonly RawFile[] {
  return files.map((file) => {
    if (file.path !== path) return file;
    const text = new TextDecoder().decode(file.bytes);
    const changed = text.slice(0, offset) + to + text.slice(offset + from.length);
    return { path, bytes: new TextEncoder().encode(changed) };
  });
}

function mutationsOf(file: RawFile): readonly Mutation[] {
  const { source } = decodeSource(file);
  const document = source && parseYaml(source).document;
  return document === undefined ? [] : visit(document.source, document.root, []);
}

function visit(source: SourceFile, node: YamlNode, path: readonly string[]): readonly Mutation[] {
  if (node.kind === 'sequence')
    return node.items.flatMap((item, index) => visit(source, item, [...path, String(index + 1)]));
  if (node.kind === 'scalar') return numberMutation(source, node.start, node.text, path);
  return [...node.entries.values()].flatMap(({ key, keyStart, value }) => [
    ...codeMutation(source, keyStart, key, [...path, key]),
    ...visit(source, value, [...path, key]),
  ]);
}

/** Amounts, counts and scores, and the numbers of targets and actual values (`>=95%`). */
function numberMutation(
  source: SourceFile,
  start: number,
  text: string,
  path: readonly string[],
): readonly Mutation[] {
  const match = /^([<>=≥≤]*)(\d+(?:\.\d+)?)([^\d.]{0,6})$/.exec(text);
  if (match === null || start < 0 || /^(年度|金额单位)$/.test(path[0] ?? '')) return [];
  const [, , number = ''] = match;
  const decimals = number.split('.')[1]?.length ?? 0;
  const to = formatFixed(new Exact(number).plus(new Exact(2).div(new Exact(10).pow(decimals))), decimals);
  const offset = source.text.indexOf(number, start);
  return [{ path: source.path, label: path.join('.'), kind: 'number', offset, from: number, to }];
}

/** The next valid code of the same length. */
function codeMutation(
  source: SourceFile,
  start: number,
  key: string,
  path: readonly string[],
): readonly Mutation[] {
  if (!codes.has(key)) return [];
  const sorted = [...codes].filter((code) => code.length === key.length && code[0] === key[0]).sort();
  const siblings = Object.keys(
    Object.fromEntries([...source.text.matchAll(/"(\d+)":/g)].map((match) => [match[1], true])),
  );
  const to =
    sorted.find((code) => code > key && !siblings.includes(code)) ??
    sorted.find((code) => !siblings.includes(code));
  const offset = source.text.indexOf(key, start);
  return to === undefined
    ? []
    : [{ path: source.path, label: path.join('.'), kind: 'code', offset, from: key, to }];
}
