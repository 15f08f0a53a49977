import { pageStyles } from '../../../src/site/styles/print-pages.ts';
import { shippedLayout } from '../../support/layouts.ts';
import { unspaced } from './read-pdf.ts';
import { sampleBooklet, sampleTitle } from './sample-booklet.ts';
import { sheetKeys, sheetTitles } from './sample-sheets.ts';

/** Characters that only fonts for rare ones and for signs have. */
export const RARE = '𠮷㛃䶮𠝹𨱏𪛖𪜀𫝀𫠠𬺰☑☐✔✓●■①';

/** The sample with links, rare characters and named pages. */
export function variedSample(): string {
  return sampleBooklet('<p><a href="../figures/">甲</a><a href="https://www.gov.cn/">乙</a></p>')
    .replace('</head>', '<link rel="stylesheet" href="/pages.css"></head>')
    .replace('综合服务科', `综合${RARE}服务科`)
    .replaceAll('二、机构设置及人员情况', `二、机构${RARE}设置及人员情况`);
}

/** The `pages.css` of the varied sample, whose second table lies on wide pages. */
export function namedPages(): string {
  const tables = sheetKeys.map((key, index) => ({
    key,
    title: sheetTitles[index] ?? key,
    number: `公开0${index + 1}表`,
    orientation: index === 1 ? ('landscape' as const) : ('portrait' as const),
  }));
  const parts = [{ key: 'explanations' as const, title: '第二部分 部门决算情况说明', content: [] }];
  return pageStyles({
    runningHead: unspaced(sampleTitle),
    layout: shippedLayout('书刊'),
    sharedSheets: false,
    parts,
    tables,
  });
}
