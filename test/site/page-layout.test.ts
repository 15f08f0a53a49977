import { describe, expect, it } from 'vitest';
import type { PageLayout } from '../../src/pack/page-layout-schema.ts';
import { pageStyles, type PrintedParts } from '../../src/site/styles/print-pages.ts';
import { shippedLayout } from '../support/layouts.ts';

const TABLES: PrintedParts['tables'] = [
  { key: 'revenue', title: '收入决算表', number: '公开02表', orientation: 'landscape' },
  { key: 'fund', title: '基金表', number: '公开08表', orientation: 'landscape', empty: true },
  { key: 'capital', title: '国资表', number: '公开09表', orientation: 'landscape', empty: true },
  { key: 'upright', title: '纵表', number: '公开10表', orientation: 'portrait', empty: true },
];

const stylesOf = (layout: PageLayout, sharedSheets = false): string =>
  pageStyles({
    runningHead: '书名',
    layout,
    sharedSheets,
    parts: [{ key: 'text', title: '第一部分', content: [] }],
    tables: TABLES,
  });

describe('the layout of official documents', () => {
  const styles = stylesOf(shippedLayout('公文'));

  it('has 22 lines of 28 characters in 156 by 225 millimetres', () => {
    // 225 mm are 637.8 points, and 156 mm are 442.2: a line is 28.99, a character with what is between them 15.79.
    expect(styles.split('\n')[0]).toContain('--text-size:16pt;--leading:28.99pt;--spacing:-0.207pt');
    expect(styles).toContain('--room-width:156mm;--room-height:225mm');
  });

  it('has the inner margin to the left of right pages and to the right of left pages', () => {
    expect(styles).toContain('@page page-3:right{margin:37mm 26mm 35mm 28mm;}');
    expect(styles).toContain('@page page-3:left{margin:37mm 28mm 35mm 26mm;}');
  });

  it('has the page number between dashes, one character from the outer edge, at one place of the sheet', () => {
    expect(styles).toMatch(
      /@page:right\{@bottom-right\{content:"— " counter\(page\) " —";[^}]*padding-right:14pt/u,
    );
    expect(styles).toMatch(
      /@page:left\{@bottom-left\{content:"— " counter\(page\) " —";[^}]*padding-left:14pt/u,
    );
    expect(styles).toMatch(/@page page-4:right\{[^@]*@bottom-right\{content:none\}[^]*?@left-bottom\{/u);
  });

  it('has no running head', () => {
    expect(styles).not.toContain('counter(pages)');
    expect(styles).not.toContain('公开02表');
  });
});

describe('the layout of books', () => {
  it('says on each page what is on it, and how many there are', () => {
    const styles = stylesOf(shippedLayout('书刊'));
    expect(styles).toContain('content:"公开02表 收入决算表"');
    expect(styles).toContain('content:"第 " counter(page) " 页　共 " counter(pages) " 页"');
    expect(styles).not.toContain(':left{');
  });
});

describe('empty tables that follow one another', () => {
  const layout = shippedLayout('书刊');

  it('share a sheet where the pack allows it, and only with their like', () => {
    const styles = stylesOf(layout, true);
    expect(styles).toContain('content:"公开08表、公开09表"');
    expect(styles).toContain('.print :is([data-table="capital"]){break-before:auto');
  });

  it('have a sheet each where it does not', () => {
    const styles = stylesOf(layout);
    expect(styles).not.toContain('公开08表、公开09表');
    expect(styles).not.toContain('break-before:auto');
  });
});
