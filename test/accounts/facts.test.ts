import { describe, expect, it } from 'vitest';
import { COMMON_FACTS } from '../../src/accounts/facts/common-facts.ts';
import { compiled } from '../support/compiled.ts';
import { realFiles } from '../support/project.ts';

const site = compiled(await realFiles('changji-sme', 'demo-bureau'));
const booklets = site.units.flatMap((unit) => unit.booklets);

describe('the dictionary of facts', () => {
  it('knows where each figure of a booklet is entered', () => {
    const entered = booklets.flatMap(({ figures }) =>
      figures.all().flatMap(({ id, origin }) => {
        if (origin.kind !== 'reported' || !origin.entry.document.source.path.endsWith('accounts.yaml'))
          return [];
        return id === '年度' ? [] : [{ id: id.replace(/\.已列$/, ''), path: origin.entry.path.join('.') }];
      }),
    );
    expect(entered.length).toBeGreaterThan(500);
    const other = entered.filter(({ id, path }) => {
      const place = COMMON_FACTS.placeOf(id)?.path.join('.');
      // Beside the name of an economic code the amount has a key of its own.
      return path !== place && path !== `${place}.金额`;
    });
    expect(other).toEqual([]);
  });

  it.each([
    ['支出.2011350.一般公共预算.基本支出', '支出/2011350/一般公共预算/基本支出'],
    ['支出.非财政拨款.上缴上级支出', undefined],
    ['支出.结余分配', '结余分配'],
    ['收入.2010350.事业收入', '收入/事业收入/2010350'],
    ['收入.事业收入', '收入/事业收入'],
    ['年初预算.2120899.政府性基金预算', '年初预算/政府性基金预算/2120899'],
    ['基本支出.30215', '基本支出经济分类/30215'],
    ['基本支出.公用经费', undefined],
    ['国有资产.车辆.机要通信用车', '国有资产/车辆/机要通信用车'],
    ['国有资产.车辆数', undefined],
    ['三公经费.年初预算数.公务接待费', '三公经费/年初预算数/公务接待费'],
    ['三公经费.决算数.合计', undefined],
  ])('%s is entered below %s, whether or not anything stands there', (id, path) => {
    expect(COMMON_FACTS.placeOf(id)?.path.join('/')).toBe(path);
  });

  it('has each figure once', () => {
    const ids = COMMON_FACTS.facts.map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)]);
  });
});
