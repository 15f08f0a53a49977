import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { contradictionsIn } from '../../src/sentences/calculate.ts';
import { readText } from '../../src/sentences/read.ts';

const YEAR = 2023;

function contradictions(text: string) {
  return readText(text, YEAR).flatMap(contradictionsIn);
}

/** Sentences whose numbers fit together (对) and the same with a slip (错), a line each; no booklet is asked. */
const LINES = readFileSync(new URL('arithmetic.txt', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n');
const marked = (mark: string): readonly string[] =>
  LINES.filter((line) => line.startsWith(mark)).map((line) => line.slice(2));

describe('the arithmetic of a sentence', () => {
  it.each(marked('对'))('holds: %s', (sentence) => {
    expect(contradictions(sentence).map(({ problem }) => problem)).toEqual([]);
  });

  it.each(marked('错'))('fails: %s', (sentence) => {
    expect(contradictions(sentence).length).toBeGreaterThan(0);
  });

  it('is told at the number that is wrong, with the sum', () => {
    const text = '甲项目年初预算为120.00万元，支出决算为100.00万元，完成年初预算的93.33%。';
    const [found] = contradictions(text);
    expect(text.slice(found?.quantity.from, found?.quantity.to)).toBe('93.33%');
    expect(found?.problem).toBe('年初预算 120.00万元，决算 100.00万元，完成率应为 83.33%，文中写 93.33%');
  });

  it('is told at the change where amounts and rate agree without it', () => {
    const text = '支出60.00万元，比上年的50.00万元增加12.00万元，增长20.00%。';
    expect(contradictions(text).map(({ quantity }) => quantity.text)).toEqual(['12.00万元']);
  });

  it('leaves rounding alone, and a rate is judged by the decimals that it has', () => {
    expect(contradictions('支出33.33万元，占全部支出66.67万元的50%。')).toEqual([]);
    expect(contradictions('年初预算274.82万元，支出决算245.53万元，完成年初预算的89.3%。')).toEqual([]);
    expect(contradictions('年初预算274.82万元，支出决算245.53万元，完成年初预算的93.57%。')).toHaveLength(1);
  });
});
