import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ROOT } from '../support/project.ts';
import { general } from '../support/markup/fields.ts';
import { Rounds } from '../support/markup/rounds.ts';

it('the payloads reach every field of the content that takes a text', async () => {
  const reached = new Set([...(await Rounds.open()).kinds.keys()].flatMap((kind) => kind.split(/[ .]/)));
  expect(fieldNames().filter((name) => !reached.has(name))).toEqual(BEARING_NONE);
});

/** What keeps a booklet from being printed, amounts, codes, settings that choose between two words, and files of fonts. */
const BEARING_NONE = [
  ...['稿本', '待核', '印数', '取消'],
  ...['宋体', '小标宋', '黑体', '楷体', '仿宋'],
  ...['源文件', '分部分PDF'],
];

/** All names of fields in the schemas that editors have. */
function fieldNames(): readonly string[] {
  const folderOfSchemas = join(ROOT, 'content/schema');
  const names = new Set<string>();
  for (const file of readdirSync(folderOfSchemas))
    JSON.parse(readFileSync(join(folderOfSchemas, file), 'utf8'), (key, value: unknown) => {
      if (key === 'properties') for (const name of Object.keys(value as object)) names.add(general(name));
      return value;
    });
  return [...names];
}
