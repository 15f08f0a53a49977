import { Exact, formatFixed } from '../../src/accounts/decimal.ts';
import { decodeSource, type RawFile, type SourceFile } from '../../src/source/source-file.ts';
import { parseYaml, type YamlNode } from '../../src/source/yaml.ts';

/** What a changed value is: the columns of the table. */
export type ValueKind =
  '金额' | '年初预算' | '数量' | '比率' | '编码' | '指标值' | '完成值' | '分值' | '得分' | '文字中的数';

/** One change of one value. */
export interface Mutation {
  readonly path: string;
  /** Where the value stands, as keys joined by dots. */
  readonly label: string;
  readonly kind: ValueKind;
  /** A few characters of the file around the number. */
  readonly context: string;
  readonly offset: number;
  readonly from: string;
  readonly to: string;
}

/** A scalar that is a number with at most an operator and a unit: `412.46`, `>=95%`, `=4次/年`. */
const NUMBER = /^[<>=≥≤]*(\d+(?:\.\d+)?)([^\d.]{0,6})$/;
/** Characters on each side of a number that say what it is. */
const NEAR = 4;
const IN_TEXT = /\d+(?:\.\d+)?/g;
/** Years and units of money are no values of the accounts. */
const NO_VALUE = /^(?:年度|金额单位|模板|类型)(?:\.|$)/;
/** Texts that restate values, and numbers that are declared as literal. */
const RESTATING = /^(?:年度总体目标|绩效管理|原因|字面数)\./;

/**
 * Every change of one file: numbers by twice their last printed step, codes to the next valid code of the same length.
 *
 * @param codes the functional and economic codes of the year
 */
export function mutationsOf(file: RawFile, codes: readonly string[]): readonly Mutation[] {
  const { source } = decodeSource(file);
  const document = source && parseYaml(source).document;
  if (document === undefined) return [];
  const own = new Set([...document.source.text.matchAll(/"(\d+)":/g)].map(([, code = '']) => code));
  const visit = (node: YamlNode, path: readonly string[]): readonly Mutation[] => {
    if (node.kind === 'sequence')
      return node.items.flatMap((item, index) => visit(item, [...path, String(index + 1)]));
    if (node.kind === 'scalar') return ofScalar(document.source, node.start, node.text, path.join('.'));
    return [...node.entries.values()].flatMap(({ key, keyStart, value }) => [
      ...ofCode(document.source, keyStart, key, { label: [...path, key].join('.'), codes, own }),
      ...visit(value, [...path, key]),
    ]);
  };
  return visit(document.root, []);
}

function ofScalar(source: SourceFile, start: number, text: string, label: string): readonly Mutation[] {
  if (start < 0 || NO_VALUE.test(label)) return [];
  const [, number] = NUMBER.exec(text) ?? [];
  const change = (from: string, after: number, kind: ValueKind): Mutation => {
    const offset = source.text.indexOf(from, after);
    const context = source.text.slice(Math.max(offset - NEAR, 0), offset + from.length + NEAR);
    return { path: source.path, label, kind, context, offset, from, to: raised(from) };
  };
  if (number !== undefined && !label.startsWith('字面数'))
    return [change(number, start, kindOf(label, text))];
  if (!RESTATING.test(label)) return [];
  // A block of text stands indented in the file: its numbers are looked for one after the other.
  let after = start;
  return [...text.matchAll(IN_TEXT)].map(([digits]) => {
    const mutation = change(digits, after, '文字中的数');
    after = mutation.offset + digits.length;
    return mutation;
  });
}

/** Twice the step of the last decimal that is written. */
function raised(number: string): string {
  const decimals = number.split('.')[1]?.length ?? 0;
  return formatFixed(new Exact(number).plus(new Exact(2).div(new Exact(10).pow(decimals))), decimals);
}

function kindOf(label: string, text: string): ValueKind {
  const last = label.split('.').at(-1) ?? '';
  if (last === '指标值' || last === '完成值' || last === '分值') return last;
  if (last === '得分' || last === '执行得分') return '得分';
  if (label.includes('年初预算')) return '年初预算';
  if (text.endsWith('%')) return '比率';
  return /\.\d\d$/.test(text) && last !== '房屋面积' ? '金额' : '数量';
}

function ofCode(
  source: SourceFile,
  start: number,
  key: string,
  {
    label,
    codes,
    own,
  }: { readonly label: string; readonly codes: readonly string[]; readonly own: ReadonlySet<string> },
): readonly Mutation[] {
  if (!codes.includes(key)) return [];
  const others = codes.filter((code) => code.length === key.length && code[0] === key[0] && !own.has(code));
  const to = others.find((code) => code > key) ?? others[0];
  if (to === undefined) return [];
  return [
    {
      path: source.path,
      label,
      kind: '编码',
      context: key,
      offset: source.text.indexOf(key, start),
      from: key,
      to,
    },
  ];
}

/** The files with one change applied. */
export function applied(files: readonly RawFile[], { path, offset, from, to }: Mutation): readonly RawFile[] {
  return files.map((file) => {
    if (file.path !== path) return file;
    const text = new TextDecoder().decode(file.bytes);
    const changed = text.slice(0, offset) + to + text.slice(offset + from.length);
    return { path, bytes: new TextEncoder().encode(changed) };
  });
}
