import { fold } from '../../search/fold.ts';
import { readQuery } from '../../search/query.ts';
import { SearchIndex, type Filter, type ResultPage } from '../../search/search-index.ts';
import { make, required } from './dom.ts';
import { resultItem } from './result-item.ts';

const status = required('.result-count', HTMLElement);
const list = required('.results', HTMLOListElement);
const more = required('.more-results', HTMLButtonElement);

const NOTHING = '没有找到。可以换一个说法，或者少写几个字；选了单位或年度的，放宽再找。';

/** Only the directory is asked for anew each time: the addresses of all other files change with it. */
async function load(path: string, version?: string): Promise<unknown> {
  const address = version === undefined ? path : `${path}?v=${version}`;
  const response = await fetch(address, { cache: version === undefined ? 'no-cache' : 'default' });
  if (!response.ok) throw new Error(`${response.status} ${path}`);
  return response.json();
}

/** The directory is asked for at once: it also has the names that can be chosen from. */
const opened = SearchIndex.open(load);

async function search(typed: string, filter: Filter): Promise<void> {
  const terms = readQuery(typed);
  if (terms.length === 0) {
    status.textContent = '请输入至少两个字或数字。';
    return;
  }
  status.textContent = '正在查找……';
  const index = await opened;
  const pages = index.search(terms, filter);
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
  more.textContent = page.found === 0 ? '继续查找' : '更多结果';
  more.disabled = false;
}

function countText({ found, complete, instead }: ResultPage): string {
  const otherwise = instead === undefined ? '' : `没有找到原话，按“${instead}”查找，`;
  if (found === 0) return complete ? NOTHING : '查过的部分没有，还有一部分没有查。';
  return `${otherwise}${complete ? '' : '至少'}找到${found}处。`;
}

function fail(): void {
  status.textContent = '没有读到搜索索引，请稍后再试，或者从单位列表查找。';
  more.hidden = true;
}

function start(): void {
  const form = required('form.search', HTMLFormElement);
  form.hidden = false;
  required('[data-without-search]', HTMLElement).hidden = true;
  const asked = new URLSearchParams(location.search);
  const fill = (name: string, field: HTMLInputElement | HTMLSelectElement): string =>
    (field.value = asked.get(name) ?? '');
  const query = required('#query', HTMLInputElement);
  const typed = fill('q', query);
  const unit = fill('unit', required('.search [name="unit"]', HTMLInputElement));
  const year = fill('year', required('.search [name="year"]', HTMLSelectElement));
  opened.then(({ units }) => offer(units), fail);
  if (typed === '') query.focus();
  else search(typed, { unit: fold(unit), year }).catch(fail);
}

function offer(units: readonly string[]): void {
  const options = units.map((name) => Object.assign(make('option', ''), { value: name }));
  required('#search-units', HTMLDataListElement).append(...options);
}

start();
