import type { Change } from '../../changes/change.ts';
import { shortened, visibleText } from '../../source/visible-text.ts';
import { itemText, type Writing } from './item-text.ts';
import { sectionsOf, type Section } from './sections.ts';
import { errorWords, summaryWords } from './words.ts';

/** Forges take 65,536 characters; room is left for those that count a text as they have escaped it. */
const LONGEST = 60_000;
/** Characters of one value. */
const LONGEST_VALUE = 400;
/** Items of a section before any must be left out for room. */
const MOST_ITEMS = 400;

/** By this line a workflow finds the comment that it made before. */
const MARK = '<!-- mingbai diff -->';

/** A change as a comment of a pull request: the summary first, all else folded; what there is no room for is counted. */
export function formatChangeMarkdown(change: Change): string {
  const sections = sectionsOf(change);
  const summary = md([errorWords(change), summaryWords(change)].join(''));
  const head = [MARK, '### 这次改动会改变什么', '', summary, ''];
  for (let most = MOST_ITEMS; ; most = Math.floor(most / 2)) {
    const text = [...head, ...sections.map((section) => folded(section, most))].join('\n');
    if (text.length <= LONGEST || most === 0) return `${text}\n`;
  }
}

function folded({ title, first, items }: Section, most: number): string {
  const rest = items.length - Math.min(items.length, most);
  const more = rest > 0 ? [`- …… 还有 ${rest} 项，用 \`mingbai diff --format html\` 看全部`] : [];
  const list = [...items.slice(0, most).map((item) => `- ${itemText(item, MARKED)}`), ...more].join('\n');
  const opening = first ? '<details open>' : '<details>';
  return `${opening}<summary>${title}（${items.length}）</summary>\n\n${list}\n\n</details>\n`;
}

const TAGS = { same: ['', ''], gone: ['<del>', '</del>'], new: ['<ins>', '</ins>'] } as const;

/** What is gone struck out, what is new underlined. */
const MARKED: Writing = { text: md, marked: (text, kind) => TAGS[kind].join(text) };

/** What Markdown, HTML and a forge would take for more than a text. */
const SIGNS = /[!"#$&'*:<=>@[\\\]^_`{|}~]/g;
/** A forge looks for these in what is already rendered. */
const LINKING = /[@#]/;

/** A text that stays a text: every sign by its code, and no name, number or address made a link. */
function md(text: string): string {
  return shortened(visibleText(text), LONGEST_VALUE).replaceAll(SIGNS, (sign) => {
    const entity = `&#${sign.charCodeAt(0)};`;
    return LINKING.test(sign) ? `${entity}&#8288;` : entity;
  });
}
