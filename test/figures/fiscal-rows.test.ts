import { describe, expect, it } from 'vitest';
import { Exact, formatFixed } from '../../src/accounts/decimal.ts';
import { compiled } from '../support/compiled.ts';
import { edited, realFiles } from '../support/project.ts';

const ACCOUNTS = 'content/units/demo-bureau/2023/accounts.yaml';
const files = await realFiles('demo-bureau');

function figuresOf(input = files) {
  const booklet = compiled(input).units[0]?.booklets.find(({ year }) => year === 2023);
  if (booklet === undefined) throw new Error('no booklet');
  return booklet.figures;
}

function exactOf(id: string, figures = figuresOf()): Exact | undefined {
  const value = figures.find(id)?.value;
  return value?.state === 'known' ? value.exact : undefined;
}

describe('what the appropriations spent under a 款 or 项', () => {
  it('adds up to what they spent under its 类', () => {
    const figures = figuresOf();
    const items = figures.ids().flatMap((id) => /^支出\.(\d{7})\.合计$/.exec(id)?.[1] ?? []);
    const classes = [...new Set(items.map((code) => code.slice(0, 3)))];
    expect(classes.length).toBeGreaterThan(5);
    for (const of of classes) {
      const parts = items
        .filter((code) => code.startsWith(of))
        .map((code) => exactOf(`支出.${code}.财政拨款`));
      const sum = parts.reduce<Exact>((all, one) => all.plus(one ?? NaN), new Exact(0));
      expect([of, sum.toFixed()]).toEqual([of, exactOf(`支出.${of}.财政拨款`)?.toFixed()]);
    }
  });

  it('is named like other figures by code and compared with last year, and is in no list', () => {
    const figures = figuresOf();
    const figure = figures.find('支出.20103.财政拨款');
    expect(figure?.label).toBe('政府办公厅（室）及相关机构事务（20103）财政拨款支出');
    const [now, last, change] = ['', '.上年', '.增减额'].map((end) => exactOf(`支出.20103.财政拨款${end}`));
    expect(now?.minus(last ?? NaN).toFixed()).toBe(change?.toFixed());
    expect(formatFixed(now ?? new Exact(0), 2)).not.toBe('0.00');
    expect(figures.ids()).not.toContain('支出.20103.财政拨款');
  });

  it('is not known where money of an appropriation was entered without its code', () => {
    const hidden = edited(
      files,
      ACCOUNTS,
      '\n支出:\n',
      '\n支出:\n  未公开:\n    国有资本经营预算:\n      项目支出: 1000.00\n',
    );
    expect(figuresOf(hidden).find('支出.2010301.财政拨款')?.value.state).toBe('undisclosed');
  });
});
