import { h } from 'hastscript';
import { pageStyles } from '../../../src/site/styles/print-pages.ts';
import { shippedLayout } from '../../support/layouts.ts';
import { sampleForm } from './sample-form.ts';
import { sheetKeys, sheetTitles, sheets } from './sample-sheets.ts';
import { glossary, overview, sections } from './sample-text.ts';

/** Title of the sample booklet. */
export const sampleTitle = '示例州中小企业发展局2023年度部门决算公开';
export const sampleUnit = '示例州中小企业发展局';

/** The stylesheet of its pages; heads of pages say no more than the title, but for those of the contents. */
const sampleStyles = pageStyles({
  runningHead: sampleTitle,
  layout: shippedLayout('书刊'),
  sharedSheets: false,
  parts: ['overview', 'explanations', 'glossary', 'tables'].map((key) => ({
    key,
    title: '',
    content: key === 'explanations' ? [h('figure', { dataForm: 'project-1' })] : [],
  })),
  tables: sheetKeys.map((key, index) => ({
    key,
    title: '',
    orientation: index % 2 === 1 ? ('landscape' as const) : ('portrait' as const),
  })),
});

/** What the sample booklet says of itself. */
export const sampleDetails = {
  title: sampleTitle,
  unitName: sampleUnit,
  lang: 'zh-CN',
  producer: 'Mingbai 0.0.0',
} as const;

const link = (id: string, title: string, inner = ''): string =>
  `<li><a href="#${id}">${title}</a><span data-page-number></span>${inner}</li>`;

/**
 * A print page as the site builds it, in small: every kind of element that print.css knows.
 *
 * @param extra HTML put at the end of the overview
 */
export function sampleBooklet(extra = ''): string {
  const sectionLinks = sections.map(([title], index) => link(`s${index}`, title)).join('');
  const sheetLinks = sheetKeys.map((key, index) => link(`table-${key}`, sheetTitles[index] ?? key)).join('');
  const contents = [
    link(
      'part-overview',
      '第一部分 单位概况',
      `<ol>${link('一、主要职能', '一、主要职能')}${link('overview-staff', '二、机构设置及人员情况')}</ol>`,
    ),
    link('part-explanations', '第二部分 部门决算情况说明', `<ol>${sectionLinks}</ol>`),
    link('part-glossary', '第三部分 专业名词解释'),
    link('part-tables', '第四部分 部门决算报表', `<ol>${sheetLinks}</ol>`),
  ];
  const text = sections.map(
    ([title, paragraphs], index) => `<h3 id="s${index}">${title}</h3>${paragraphs.join('')}`,
  );
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${sampleTitle}</title><link rel="stylesheet" href="/print.css"><style>${sampleStyles}</style></head><body class="print">
<header class="cover" data-aux><p class="cover-kicker">部门决算公开</p><h1>${sampleUnit}<br>2023年度部门决算公开说明</h1><p class="cover-foot">2024年9月</p></header>
<nav class="contents" data-contents data-aux><h2>目录</h2><ol>${contents.join('')}</ol></nav>
<section data-part="overview" id="part-overview"><h2 class="part-title">第一部分 单位概况</h2>${overview}${extra}</section>
<section data-part="explanations" id="part-explanations"><h2 class="part-title">第二部分 部门决算情况说明</h2>${text.join('')}
${sampleForm('project-1', '中小企业公共服务平台国密改造、2023年等保测评费', 1)}${sampleForm('project-2', '目标很长的项目', 7)}
<h3>六、其他需说明的事项</h3><p>无其他说明事项。</p></section>
<section data-part="glossary" id="part-glossary"><h2 class="part-title">第三部分 专业名词解释</h2>${glossary.map((entry) => `<p>${entry}</p>`).join('')}</section>
<section data-part="tables" id="part-tables"><h2 class="part-title">第四部分 部门决算报表</h2>${sheetTitles.map((title, index) => `<p>${'一二三四'.charAt(index)}、《${title}》</p>`).join('')}
${sheets.join('\n')}</section>
</body></html>`;
}
