import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, it } from 'vitest';
import { compileSite } from '../../src/compile/compile-site.ts';
import { buildIndex } from '../../src/outputs/search/build-index.ts';
import { recordOf, volumeOf } from '../../src/outputs/published/booklet-record.ts';
import { withOtherNames } from '../../src/outputs/search/other-names.ts';
import { newestFirst } from '../../src/outputs/search/write-search.ts';
import { fold } from '../../src/search/fold.ts';
import { readQuery } from '../../src/search/query.ts';
import { SearchIndex, type Load, type Result } from '../../src/search/search-index.ts';
import { summarizeUnits } from '../../src/summary/unit-summary.ts';
import { realFiles } from '../support/project.ts';

interface Question {
  readonly query: string;
  /** Folder of the body whose section is wanted; empty for any. */
  readonly body: string;
  readonly year?: string;
  readonly 'expected section': string;
}

function questionsIn(file: string): readonly Question[] {
  return parse(readFileSync(join(import.meta.dirname, file), 'utf8'), { columns: true });
}

let load: Load;

beforeAll(async () => {
  const { units, searchWords } = compileSite(await realFiles('changji-sme', 'demo-bureau'));
  const booklets = units.flatMap((unit) => unit.booklets);
  const volumes = withOtherNames(
    newestFirst(booklets.map((booklet) => volumeOf(recordOf(booklet, [], false)))),
    summarizeUnits(units, false),
  );
  const files = new Map(
    buildIndex(volumes, searchWords).map(({ path, text }) => [path, JSON.parse(text) as unknown]),
  );
  load = (path) => Promise.resolve(files.get(path));
});

async function firstResult(query: string): Promise<Result | undefined> {
  const index = await SearchIndex.open(load);
  const { value } = await index.search(readQuery(query)).next();
  return value?.results[0];
}

/** What comes first for a question, as a line of a report; undefined if it is what is wanted. */
async function wrongAnswer(question: Question): Promise<string | undefined> {
  const { query, body, year = '', 'expected section': section } = question;
  const first = await firstResult(query);
  const title = (first?.title ?? []).map(({ text }) => text).join('');
  const booklet = first?.booklets[0];
  const right =
    fold(title).includes(fold(section)) &&
    (body === '' || booklet?.slug === body) &&
    (year === '' || String(booklet?.year) === year);
  return right ? undefined : `${query}: ${title} ${booklet?.slug ?? ''} ${booklet?.year ?? ''}`;
}

describe('the section that answers comes first', () => {
  it.each([
    // Given by those who ordered the search.
    ['questions.csv', 45],
    // Of the same kinds, written before anything was tried on them.
    ['more-questions.csv', 64],
    ['citizens-questions.csv', 47],
  ])('for at least nineteen of twenty questions of %s', async (file, count) => {
    const questions = questionsIn(file);
    expect(questions).toHaveLength(count);
    const wrong: string[] = [];
    for (const question of questions) {
      const answer = await wrongAnswer(question);
      if (answer !== undefined) wrong.push(answer);
    }
    expect(wrong.length / count, wrong.join('\n')).toBeLessThanOrEqual(1 / 20);
  });
});
