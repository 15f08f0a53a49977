import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parseYaml, scalarsBelow } from '../../src/source/yaml.ts';
import { sourceFile } from '../../src/source/source-file.ts';
import { CODE } from '../../src/pack/wording.ts';
import { ROOT } from '../support/project.ts';

/** Sections of pack.yaml that hold what a region says, and no names of figures. */
const SAID = new Set(['书名', '部分', '措辞', '情形', '封面眉题', '封面行', '封面落款', '页眉']);
/** Where the program speaks of a word that regions use, it is an official one. */
const OFFICIAL = new Set(['以前年度决算', '年度部门决算', '部门决算公开']);
const COMMENT = /\/\*[^]*?\*\/|(?<=^|\s)\/\/.*/gmu;
/** Shorter words belong to everybody. */
const LONG = 6;

/** The words that the packs of the project say, in pieces between punctuation and code. */
function saidByPacks(): ReadonlySet<string> {
  const packs = readdirSync(join(ROOT, 'templates'), { withFileTypes: true }).filter(
    (entry) => entry.isDirectory() && entry.name !== 'schema',
  );
  const texts = packs.flatMap(({ name }) => {
    const path = `templates/${name}/pack.yaml`;
    const root = parseYaml(sourceFile(path, readFileSync(join(ROOT, path), 'utf8'))).document?.root;
    const scalars = root === undefined ? [] : scalarsBelow(root);
    return scalars
      .filter(({ path: [section] }) => SAID.has(String(section)))
      .map(({ scalar }) => scalar.text);
  });
  const pieces = texts.flatMap((text) => text.replaceAll(CODE, '|').split(/[^\p{Script=Han}“”（）]+/u));
  return new Set(pieces.filter((piece) => piece.length >= LONG && !OFFICIAL.has(piece)));
}

it('the source holds no words of a region: titles, phrases and states are the packs’ own', () => {
  const said = [...saidByPacks()];
  expect(said.length).toBeGreaterThan(10);
  const files = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' }).filter((file) =>
    /\.(?:ts|astro)$/u.test(file),
  );
  const found = files.flatMap((file) => {
    const source = readFileSync(join(ROOT, 'src', file), 'utf8').replaceAll(COMMENT, '');
    return said.filter((piece) => source.includes(piece)).map((piece) => `${file}: ${piece}`);
  });
  expect(found).toEqual([]);
});
