import { describe, expect, it } from 'vitest';
import { pageStyles } from '../../src/site/styles/print-pages.ts';
import { shippedLayout } from '../support/layouts.ts';

const PRINT = { layout: shippedLayout('书刊'), sharedSheets: false };

it('a title stays one text of the head of its pages, whatever signs it has', () => {
  const tables = [{ key: 'revenue', title: '甲"}\\\n乙</style>', orientation: 'portrait' }] as const;
  const styles = pageStyles({ runningHead: '甲', ...PRINT, parts: [], tables });
  // Quotation marks, backslashes and line ends by their codes, each with the blank that ends it.
  expect(styles).toContain(String.raw`content:"甲\22 }\5c \a 乙</style>"`);
});

describe('the head of a page', () => {
  const widths = (runningHead: string, title: string): string | undefined => {
    const parts = [{ key: 'explanations', title, content: [] }];
    const line = pageStyles({ runningHead, ...PRINT, parts, tables: [] })
      .split('\n')
      .at(-1);
    return /@top-left\{width:(\d+%)\}@top-right\{width:\d+%/.exec(line ?? '')?.[1];
  };

  it('gives a long title of a part the room that the booklet’s own leaves', () => {
    const title = '第三部分 示例市政务服务局2023年度部门决算情况说明';
    expect(widths('示例市政务服务局2023年度部门决算', title)).toBe('46%');
  });

  it('stays as it is where there is room, or none to give', () => {
    expect(widths('示例市政务服务局2023年度部门决算', '第三部分 部门决算情况说明')).toBeUndefined();
    expect(
      widths(
        '昌吉回族自治州中小企业发展局2023年度部门决算公开说明',
        '第三部分 昌吉回族自治州中小企业发展局2023年度部门决算情况说明',
      ),
    ).toBeUndefined();
  });
});
