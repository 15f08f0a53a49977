import { toString } from 'hast-util-to-string';
import { describe, expect, it } from 'vitest';
import { exactOf } from '../../../src/figures/figure.ts';
import type { RawFile } from '../../../src/source/source-file.ts';
import { compiled } from '../../support/compiled.ts';
import { edited, realFiles } from '../../support/project.ts';
import { subjectOf } from './subject.ts';

const FOLDER = 'content/units/changji-sme';

async function asKind(kind: string): Promise<readonly RawFile[]> {
  return edited(await realFiles('changji-sme'), `${FOLDER}/unit.yaml`, '类型: 事业单位', `类型: ${kind}`);
}

describe('机关运行经费', () => {
  it.each([
    ['行政单位', '10.74'],
    ['参公事业单位', '10.74'],
    ['事业单位', '0'],
  ])('of a %s, not entered, is %s', async (kind, amount) => {
    const { figures } = subjectOf(await asKind(kind), 2023);
    expect(exactOf(figures.get('机关运行经费'))?.toFixed()).toBe(amount);
  });

  it('is what the text of an administrative body speaks of', async () => {
    const reason = '基本支出.公用经费: 本年办公费';
    const inNarrative = edited(
      await asKind('行政单位'),
      `${FOLDER}/2023/narrative.yaml`,
      `  ${reason}`,
      `  ${reason.replace('基本支出.公用经费', '机关运行经费')}`,
    );
    const files = edited(
      inNarrative,
      `${FOLDER}/2022/accounts.yaml`,
      '  基本支出.公用经费: 38.80',
      '  机关运行经费: 38.80',
    );
    const { units, diagnostics } = compiled(files);
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    const text = units[0]?.booklets[0]
      ?.render()
      .parts.map(({ content }) => content.map((node) => toString(node)).join(''));
    expect(text?.join('')).toContain(
      '（行政单位）机关运行经费支出10.74万元，比上年减少28.06万元，下降72.32%',
    );
  });
});
