import { parseYaml } from '../../../src/source/yaml.ts';
import { sourceFile, type RawFile } from '../../../src/source/source-file.ts';
import { textOf } from '../project.ts';

/** Amounts in fen, so that sums are exact. */
export type Fen = number;

/** Money of one 项: what was planned and spent, what was left before and after, and what came in so that these fit. */
export interface Item {
  readonly code: string;
  readonly kind: '基本支出' | '项目支出';
  readonly budget: Fen;
  readonly spent: Fen;
  readonly opening: Fen;
  readonly closing: Fen;
}

/** The same numbers in every run: what a generated booklet prints must not change by itself. */
export class Numbers {
  private state: number;

  constructor(seed: number) {
    this.state = seed;
  }

  /** A whole number from the first up to the second. */
  between(from: number, to: number): number {
    this.state = (this.state * 48271) % 0x7fffffff;
    return from + (this.state % (to - from + 1));
  }
}

const FUND_CODES = /^(?:21208|223|229)/;
/** Money for the pension funds themselves, which a body that is no treasury does not spend. */
const LEFT_OUT = new Set(['2080507', '2080508', '2049999', '2059999', '2129999', '2169999']);
const BASIC = /^(?:\d{5}01|\d{5}50|20805\d\d|21011\d\d|2210[123]\d\d)$/;

/** The 项 of the official table that a department of many tasks has: 96 of the general budget. */
export function generalCodes(files: readonly RawFile[]): readonly string[] {
  const path = 'content/codes/2023/functional.yaml';
  const root = parseYaml(sourceFile(path, textOf(files, path))).document?.root;
  const table = root?.kind === 'mapping' ? root.entries.get('科目')?.value : undefined;
  const codes = table?.kind === 'mapping' ? [...table.entries.keys()] : [];
  return codes.filter((code) => code.length === 7 && !FUND_CODES.test(code) && !LEFT_OUT.has(code));
}

/** An item with amounts of its own; what was not spent is left for next year. */
export function itemOf(code: string, numbers: Numbers): Item {
  const kind = BASIC.test(code) ? '基本支出' : '项目支出';
  const budget = numbers.between(800_000, 90_000_000) * 10;
  const spent = Math.round((budget * (numbers.between(435, 560) * 2 + 1)) / 1000);
  const carries = kind === '项目支出' && numbers.between(1, 4) === 1;
  const opening = carries ? Math.round(budget * 0.06) : 0;
  const closing = carries ? Math.round(budget * 0.04) : 0;
  return { code, kind, budget, spent, opening, closing };
}

/** Shares of a sum, as uneven as they come, that make it up exactly. */
export function sharesOf(sum: Fen, count: number, numbers: Numbers): readonly Fen[] {
  const weights = Array.from({ length: count }, () => numbers.between(20, 180));
  const whole = weights.reduce((all, one) => all + one, 0);
  const shares = weights.map((weight) => Math.floor((sum * weight) / whole));
  const rest = sum - total(shares);
  return shares.map((share, index) => (index === 0 ? share + rest : share));
}

export function total(amounts: readonly Fen[]): Fen {
  return amounts.reduce((sum, one) => sum + one, 0);
}

/** As accounts.yaml holds it, in 元. */
export function yuan(amount: Fen): string {
  return `${Math.floor(amount / 100)}.${String(amount % 100).padStart(2, '0')}`;
}
