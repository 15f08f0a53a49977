import { readQuery } from '../../search/query.ts';
import { SearchIndex, type ResultPage } from '../../search/search-index.ts';
import { required } from './dom.ts';
import { resultItem } from './result-item.ts';

const status = required('.result-count', HTMLElement);
const list = required('.results', HTMLOListElement);
const more = required('.more-results', HTMLButtonElement);

/** Only the directory is asked for anew each time: the addresses of all other files change with it. */
async function load(path: string, version?: string): Promise<unknown> {
  const address = version === undefined ? path : `${path}?v=${version}`;
  const response = await fetch(address, { cache: version === undefined ? 'no-cache' : 'default' });
  if (!response.ok) throw new Error(`${response.status} ${path}`);
  return response.json();
}

async function search(typed: string): Promise<void> {
  const terms = readQuery(typed);
  if (terms.length === 0) {
    status.textContent = '请输入至少两个字或数字。';
    return;
  }
  status.textContent = '正在查找……';
  const index = await SearchIndex.open(load);
  const pages = index.search(terms);
  await showNext(pages);
  more.addEventListener('click', () => {
    const shown = list.childElementCount;
    showNext(pages).then(() => list.children[shown]?.querySelector('a')?.focus(), fail);
  });
}

async function showNext(pages: AsyncGenerator<ResultPage, void, void>): Promise<void> {
  more.disabled = true;
  const next = await pages.next();
  if (next.value === undefined) return;
  const page = next.value;
  list.append(...page.results.map(resultItem));
  status.textContent = countText(page);
  more.hidden = !page.more;
  more.disabled = false;
}

function countText({ found, complete }: ResultPage): string {
  if (complete) return found === 0 ? '没有找到。可以换一个说法，或者少写几个字。' : `找到${found}处。`;
  return found === 0 ? '查过的部分没有，还有一部分没有查。' : `至少找到${found}处。`;
}

function fail(): void {
  status.textContent = '没有读到搜索索引，请稍后再试，或者从单位列表查找。';
  more.hidden = true;
}

function start(): void {
  const form = required('form.search', HTMLFormElement);
  const input = required('#query', HTMLInputElement);
  form.hidden = false;
  required('[data-without-search]', HTMLElement).hidden = true;
  const typed = new URLSearchParams(location.search).get('q') ?? '';
  input.value = typed;
  if (typed === '') input.focus();
  else search(typed).catch(fail);
}

start();
