import type { Change, Sides } from '../../changes/change.ts';
import { wordChanges } from '../../changes/words.ts';
import { shortened, visibleText } from '../../source/visible-text.ts';
import { sectionsOf, type Item, type Section } from './sections.ts';
import { errorWords, NONE, summaryWords } from './words.ts';

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
  const list = [...items.slice(0, most).map((item) => `- ${itemText(item)}`), ...more].join('\n');
  const opening = first ? '<details open>' : '<details>';
  return `${opening}<summary>${title}（${items.length}）</summary>\n\n${list}\n\n</details>\n`;
}

function itemText({ about, sides }: Item): string {
  return sides === undefined ? md(about) : `${md(about)}：${sidesText(sides)}`;
}

/** Above this length a text is shown once, with what changed in it. */
const LONG = 60;

function sidesText({ before, after }: Sides): string {
  if (before !== null && after !== null && before.length + after.length > LONG) return inWords(before, after);
  const [one, other] = [before, after].map((text) => (text === null ? NONE : md(text)));
  return `${one} → ${other}`;
}

/** What is gone struck out, what is new underlined. */
function inWords(before: string, after: string): string {
  const tags = { same: ['', ''], gone: ['<del>', '</del>'], new: ['<ins>', '</ins>'] } as const;
  return wordChanges(before, after)
    .map(({ kind, text }) => tags[kind].join(md(text)))
    .join('');
}

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
