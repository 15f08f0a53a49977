import type { ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import type { Change, Sides } from '../../changes/change.ts';
import { wordChanges } from '../../changes/words.ts';
import { visibleText } from '../../source/visible-text.ts';
import { sectionsOf, type Section } from './sections.ts';
import { errorWords, summaryWords } from './words.ts';

/** What both versions are called. */
export interface VersionNames {
  readonly before: string;
  readonly after: string;
}

/** A change as one page that needs nothing else, with both versions side by side. */
export function formatChangeHtml(change: Change, names: VersionNames): string {
  const sections = sectionsOf(change);
  const title = visibleText(`${names.before} 与 ${names.after} 的不同`);
  const links = sections.map(({ key, title: name, items }) =>
    h('a', { href: `#${key}` }, `${name}（${items.length}）`),
  );
  const page = h('html', { lang: 'zh-CN' }, [
    h('head', [
      h('meta', { charSet: 'utf-8' }),
      h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      h('meta', { httpEquiv: 'Content-Security-Policy', content: POLICY }),
      h('title', title),
      h('style', STYLES),
    ]),
    h('body', [
      h('h1', title),
      h('p', shown(`${errorWords(change)}${summaryWords(change)}`)),
      h('nav', { ariaLabel: '目录' }, links),
      ...sections.map((section) => sectionToHast(section, names)),
    ]),
  ]);
  return `<!doctype html>\n${toHtml(page)}\n`;
}

/** The page has no script, and loads nothing. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'";

function sectionToHast({ key, title, items }: Section, names: VersionNames): ElementContent {
  const notes = items.filter(({ sides }) => sides === undefined).map(({ about }) => h('li', shown(about)));
  const rows = items.flatMap(({ about, sides }) =>
    sides === undefined ? [] : [h('tr', [h('th', { scope: 'row' }, shown(about)), ...versions(sides)])],
  );
  const heads = ['哪里', names.before, names.after].map((name) => h('th', { scope: 'col' }, shown(name)));
  return h(
    'section',
    { ariaLabelledBy: key },
    [
      h('h2', { id: key }, title),
      notes.length > 0 && h('ul', notes),
      rows.length > 0 && h('table', [h('thead', h('tr', heads)), h('tbody', rows)]),
    ].filter((node) => node !== false),
  );
}

/** Both versions, with what only one of them has marked. */
function versions({ before, after }: Sides): readonly ElementContent[] {
  const stretches = wordChanges(before ?? '', after ?? '');
  const side = (own: 'gone' | 'new', tag: 'del' | 'ins'): ElementContent[] =>
    stretches
      .filter(({ kind }) => kind === 'same' || kind === own)
      .flatMap(({ kind, text }) => (kind === 'same' ? shown(text) : [h(tag, shown(text))]));
  const cell = (text: string | null, content: ElementContent[]): ElementContent =>
    text === null ? h('td', { className: ['nothing'] }, '没有') : h('td', content);
  return [cell(before, side('gone', 'del')), cell(after, side('new', 'ins'))];
}

/** A text of several lines keeps them, within one line of the page; nothing else in it is obeyed. */
function shown(text: string): ElementContent[] {
  return text
    .split('\n')
    .flatMap((line, index) => [
      ...(index > 0 ? [h('br')] : []),
      { type: 'text' as const, value: visibleText(line) },
    ]);
}

const STYLES = `
:root{color-scheme:light dark;font:16px/1.7 system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif}
body{margin:0 auto;max-width:80rem;padding:1rem}
nav{display:flex;flex-wrap:wrap;gap:.25rem 1rem}
table{border-collapse:collapse;width:100%;table-layout:fixed}
th,td{border:1px solid #8886;padding:.3rem .5rem;text-align:left;vertical-align:top;overflow-wrap:anywhere}
thead th{position:sticky;top:0;background:Canvas}
tbody th{font-weight:normal}
li{overflow-wrap:anywhere}
del{background:#d3302f33}
ins{background:#2e7d3233;text-decoration:none;font-weight:bold}
.nothing{opacity:.6}
`;
