import { describe, expect, it } from 'vitest';
import { readText } from '../../src/sentences/read.ts';

/** Items of a text as `name: role=quantity …`, parts of a list behind a dash. */
function read(text: string): readonly string[] {
  return readText(text, 2023)
    .flatMap(({ items }) => items)
    .map(({ name, mentions, list }) => {
      const told = mentions.map(({ role, quantity }) => `${role}=${quantity.text}`).join(' ');
      return `${list === undefined ? '' : '- '}${name}: ${told}`;
    });
}

function values(text: string): readonly string[] {
  return readText(text, 2023)
    .flatMap(({ items }) => items.flatMap(({ mentions }) => mentions))
    .map(({ quantity }) => `${quantity.value.toFixed()}${quantity.unit}`);
}

describe('reading a sentence', () => {
  it('finds budget, outturn and completion of one thing', () => {
    expect(read('差旅费年初预算为20.00万元，支出决算为18.40万元，完成年初预算的92.00%。')).toEqual([
      '差旅费: initial=20.00万元 outturn=18.40万元 completion=92.00%',
    ]);
  });

  it('finds this year, last year, change and rate', () => {
    expect(read('印刷费3.20万元，比上年的2.50万元增加0.70万元，增长28.00%。')).toEqual([
      '印刷费: amount=3.20万元 last=2.50万元 change=0.70万元 changeRate=28.00%',
    ]);
  });

  it('keeps the parts of a list apart from what they are parts of', () => {
    expect(read('采购总额10.00万元，其中：货物4.00万元，占40%；服务6.00万元，占60%。')).toEqual([
      '采购总额: amount=10.00万元',
      '- 货物: amount=4.00万元 share=40%',
      '- 服务: amount=6.00万元 share=60%',
    ]);
  });

  it('gives each of several things its number', () => {
    expect(read('水费、电费分别为5.66万元、28.27万元。')).toEqual([
      '水费: amount=5.66万元',
      '电费: amount=28.27万元',
    ]);
  });

  it('goes on with what the sentence before told of', () => {
    expect(read('培训费19.60万元。比上年增加1.40万元。')[0]).toBe('培训费: amount=19.60万元 change=1.40万元');
    expect(read('培训费19.60万元。\n比上年增加1.40万元。')[1]).toBe(
      '培训费: amount=19.60万元 change=1.40万元',
    );
  });

  it('knows units, separators, full-width digits and words for numbers', () => {
    expect(values('支出5.14亿元')).toEqual(['51400万元']);
    expect(values('支出4,733.14万元')).toEqual(['4733.14万元']);
    expect(values('支出１２．５０万元')).toEqual(['12.5万元']);
    expect(values('支出9543000元')).toEqual(['954.3万元']);
    expect(values('受理66.42万件')).toEqual(['664200件']);
    expect(values('占五成')).toEqual(['50%']);
    expect(values('占四分之三')).toEqual(['75%']);
  });

  it('takes years, ordinals, telephone numbers and bounds for words', () => {
    expect(values('2023年12月31日，第3次会议，电话0990-2345678，单价100万元（含）以上设备')).toEqual([]);
  });
});
