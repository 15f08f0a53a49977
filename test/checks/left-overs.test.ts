import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compiled } from '../support/compiled.ts';
import { edited, realFiles, textFile, textOf } from '../support/project.ts';

/** Lines with what must be found in them, and nothing else, between ⟦ and ⟧: a file a kind of left-overs. */
const FOLDER = new URL('left-overs/', import.meta.url);
const UNIT = 'content/units/demo-bureau/unit.yaml';
const EMPTY_LIST = '类型: 行政单位';

const kinds = readdirSync(FOLDER).map((file): [string, readonly string[]] => [
  file.replace('.txt', ''),
  readFileSync(new URL(file, FOLDER), 'utf8').trimEnd().split('\n'),
]);

function marked(line: string): readonly string[] {
  return [...line.matchAll(/⟦([^⟧]*)⟧/gu)].map(([, words = '']) => words);
}

const plain = (line: string): string => line.replaceAll(/[⟦⟧]/gu, '');

/** What is found in texts of the booklet, text by text: other names of the unit, which take any words. */
async function found(texts: readonly string[]): Promise<readonly (readonly string[])[]> {
  const list = texts.map((text) => `  - '${text.replaceAll("'", "''")}'\n`);
  const files = edited(
    await realFiles('demo-bureau'),
    UNIT,
    EMPTY_LIST,
    `别名:\n${list.join('')}${EMPTY_LIST}`,
  );
  const first = textOf(files, UNIT).split('别名:\n', 1)[0]?.split('\n').length ?? 0;
  const findings = new Map<number, string[]>();
  for (const { rule, message, place } of compiled(files).diagnostics) {
    if (rule !== 'template-left-over' || place.file !== UNIT) continue;
    const words = /^“(.*)”(?:（共 \d+ 处）)?：/u.exec(message)?.[1] ?? message;
    // Quotes within quotes.
    const written = words.replaceAll('‘', '“').replaceAll('’', '”');
    findings.set(place.line, [...(findings.get(place.line) ?? []), written]);
  }
  return texts.map((_, index) => findings.get(first + 1 + index) ?? []);
}

/** What is found in the wording of a pack, text by text: explanations of terms, which come into the booklet as they are. */
async function foundInTerms(texts: readonly string[]): Promise<readonly (readonly string[])[]> {
  const glossary = 'templates/demo-2023/glossary.yaml';
  const files = await realFiles();
  const before = textOf(files, glossary).trimEnd();
  const terms = texts.map((text, index) => `- 名词: 词${index}\n  释义: ${JSON.stringify(text)}\n`);
  const changed = files.filter(({ path }) => path !== glossary);
  const all = [...changed, textFile(glossary, `${before}\n${terms.join('')}`)];
  const first = before.split('\n').length + 1;
  const found = compiled(all).diagnostics.filter(({ place }) => place.file === glossary);
  return texts.map((_, index) =>
    found.flatMap(({ place, rule }) => (place.line === first + 2 * index + 1 ? rule : [])),
  );
}

describe.each(kinds)('left over: %s', (_, lines) => {
  it('is found with all that belongs to it', async () => {
    const words = await found(lines.map(plain));
    expect(words.map((list) => [...new Set(list)].sort())).toEqual(
      lines.map((line) => [...new Set(marked(line))].sort()),
    );
  });

  it('is found in a template’s wording, too', async () => {
    const texts = lines.map((line) => plain(line).replaceAll(/\{\{|\}\}/gu, '&amp;'));
    const rules = await foundInTerms(texts);
    expect(texts.filter((_text, index) => rules[index]?.includes('template-left-over') !== true)).toEqual([]);
  });
});

describe('a long text', () => {
  it('full of them is one finding', async () => {
    const files = await realFiles('demo-bureau');
    const path = 'content/units/demo-bureau/2023/narrative.yaml';
    const long = textFile(
      path,
      textOf(files, path).replace('无其他说明事项。', '增加（减少）'.repeat(3_000)),
    );
    const site = compiled([...files.filter((file) => file.path !== path), long]);
    const leftOvers = site.diagnostics.filter(({ rule }) => rule === 'template-left-over');
    expect(leftOvers.map(({ message }) => message.slice(0, 20))).toEqual([
      '“增加（减少）”（共 3000 处）：样',
    ]);
  });
});
