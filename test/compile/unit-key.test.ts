import { beforeAll, describe, expect, it } from 'vitest';
import { unitKeys } from '../../src/compile/unit-key.ts';
import type { RawFile } from '../../src/source/source-file.ts';
import { edited, realFiles, textOf, withBytes } from '../support/project.ts';

const [REAL, DEMO] = ['changji-sme', 'demo-bureau'];

let files: readonly RawFile[];

beforeAll(async () => {
  files = await realFiles(REAL, DEMO);
});

/** The files with a line of comment at the end of one. */
function touched(path: string): readonly RawFile[] {
  return withBytes(files, path, new TextEncoder().encode(`${textOf(files, path)}\n# 改过\n`));
}

/** The units whose keys are others for other files. */
function changed(other: readonly RawFile[]): readonly string[] {
  const [before, after] = [unitKeys(files), unitKeys(other)];
  return [...before.keys()].filter((slug) => before.get(slug) !== after.get(slug));
}

describe('the key of a unit', () => {
  it.each([
    ['its own accounts', `content/units/${DEMO}/2023/accounts.yaml`, [DEMO]],
    ['those of an earlier year', `content/units/${DEMO}/2020/accounts.yaml`, [DEMO]],
    ['one of its forms', `content/units/${REAL}/2023/performance/project-1.yaml`, [REAL]],
    ['a text of its pack', 'templates/demo-2023/pack.yaml', [REAL, DEMO]],
    ['a table of a pack that its own inherits', 'templates/ministry-2024/tables/revenue.yaml', [REAL, DEMO]],
    ['a classification', 'content/codes/2023/functional.yaml', [REAL, DEMO]],
    ['the settings of the site', 'content/site.yaml', [REAL, DEMO]],
    ['what the public calls things', 'content/search/everyday.yaml', []],
  ])('changes with %s', (_, path, units) => {
    expect(changed(touched(path))).toEqual(units);
  });

  it('does not change with a template of a pack that it is not made of', () => {
    const path = 'templates/demo-2023/partials/own.md.hbs';
    const other = withBytes(files, path, new TextEncoder().encode('示例'));
    expect(changed(other)).toEqual([DEMO]);
  });

  it('changes with a font of the body’s own, for all units', () => {
    const withFont = (byte: number): readonly RawFile[] => [
      ...files,
      { path: 'content/fonts/仿宋.ttf', bytes: Uint8Array.of(byte) },
    ];
    const [one, other] = [unitKeys(withFont(1)), unitKeys(withFont(2))];
    expect([...one.keys()]).toEqual(expect.arrayContaining([REAL, DEMO]));
    for (const [slug, key] of one) expect(other.get(slug)).not.toBe(key);
  });

  it('changes with the version of the program that brings a pack along', () => {
    const from = (version: string): readonly RawFile[] =>
      files.map((file) =>
        file.path.startsWith('templates/') ? { ...file, shipped: { at: `../${file.path}`, version } } : file,
      );
    expect([...unitKeys(from('1.0.0')).values()]).not.toEqual([...unitKeys(from('1.0.1')).values()]);
  });

  it('changes with the place of a word, not with the order in which files are read', () => {
    expect(changed(files.toReversed())).toEqual([]);
    expect(changed(edited(files, `content/units/${REAL}/unit.yaml`, '名称:', '\n名称:'))).toEqual([REAL]);
  });
});
