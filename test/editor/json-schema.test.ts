import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, matchesGlob, relative } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import { CORE_SCHEMA, load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { contentJsonSchemas } from '../../src/accounts/schema/json-schema.ts';
import { loadPacks } from '../../src/pack/load-packs.ts';
import { realFiles, ROOT } from '../support/project.ts';

const MODELINE = /^# yaml-language-server: \$schema=(\S+)$/;
const CONTENT = join(ROOT, 'content');
const SCHEMAS = contentJsonSchemas(loadPacks(await realFiles()).entered);

const files = readdirSync(CONTENT, { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.yaml'),
);
const textOf = (name: string): string => readFileSync(join(CONTENT, name), 'utf8');

// `errorMessage` is a keyword of the editors' YAML support.
const ajv = new Ajv({ allErrors: true, strictTypes: false, keywords: ['errorMessage'] });
const validators = new Map<string, ValidateFunction>(
  Object.entries(SCHEMAS).map(([name, schema]) => [`schema/${name}.json`, ajv.compile(schema)]),
);

/** Problems of a file as the editors' YAML support finds them: it reads `12.50` as a number. */
function problems(name: string, text: string): readonly string[] {
  const schema = relative(
    CONTENT,
    join(CONTENT, dirname(name), MODELINE.exec(text.split('\n')[0] ?? '')?.[1] ?? ''),
  );
  const validate = validators.get(schema);
  if (validate === undefined) throw new Error(`${name}: no schema ${schema}`);
  validate(load(text, { schema: CORE_SCHEMA }));
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`);
}

describe('the JSON Schemas for editors', () => {
  it('are current; if not, run npm run schema', () => {
    const expected = Object.entries(SCHEMAS);
    expect(readdirSync(join(CONTENT, 'schema')).sort()).toEqual(
      expected.map(([name]) => `${name}.json`).sort(),
    );
    for (const [name, schema] of expected) {
      expect(
        textOf(`schema/${name}.json`) === `${JSON.stringify(schema, undefined, 2)}\n`,
        `${name}.json`,
      ).toBe(true);
    }
  });

  it.each(files)('%s names its schema and fits it', (name) => {
    expect(textOf(name).split('\n')[0]).toMatch(MODELINE);
    expect(problems(name, textOf(name))).toEqual([]);
  });

  it('are also what the settings of VS Code say', () => {
    const settings = JSON.parse(readFileSync(join(ROOT, '.vscode/settings.json'), 'utf8')) as {
      'yaml.schemas': Readonly<Record<string, string>>;
    };
    for (const name of files) {
      const fitting = Object.entries(settings['yaml.schemas']).filter(([, glob]) =>
        matchesGlob(`content/${name}`, glob),
      );
      const named = join(CONTENT, dirname(name), MODELINE.exec(textOf(name).split('\n')[0] ?? '')?.[1] ?? '');
      expect(fitting.map(([schema]) => join(ROOT, schema))).toEqual([named]);
    }
  });

  it.each([
    ['an amount in words', '  货物: 5.59', '  货物: 很多'],
    ['a thousands separator', '  货物: 5.59', '  货物: 1,234.50'],
    ['a negative amount', '  货物: 5.59', '  货物: -5.59'],
    ['an empty amount', '  货物: 5.59', '  货物:'],
    ['a misspelt key', '  货物: 5.59', '  货勿: 5.59'],
    ['a code of six digits', '  "2011350":\n    名称', '  "201135":\n    名称'],
    ['another unit of money', '金额单位: 万元', '金额单位: 百元'],
    ['a fraction of a person', '在职人员: 8', '在职人员: 8.5'],
  ])('find %s', (_, from, to) => {
    const name = 'units/changji-sme/2023/accounts.yaml';
    expect(textOf(name)).toContain(from);
    expect(problems(name, textOf(name).replace(from, to))).not.toEqual([]);
  });

  it.each(['未公开', '待填', '"5.59"', '0', '12'])('accept %s for an amount', (written) => {
    const name = 'units/changji-sme/2023/accounts.yaml';
    expect(problems(name, textOf(name).replace('  货物: 5.59', `  货物: ${written}`))).toEqual([]);
  });

  it('tell what each key holds, in Chinese, and show how it is filled in', () => {
    const missing: string[] = [];
    const visit = (schema: unknown, path: string): void => {
      if (typeof schema !== 'object' || schema === null) return;
      for (const [key, value] of Object.entries(schema)) {
        if (key === 'properties' && 'title' in Object(Object.values(value as object)[0])) {
          for (const [label, property] of Object.entries(
            value as Record<
              string,
              { title?: string; description?: string; pattern?: string; examples?: unknown[] }
            >,
          )) {
            if (property.title !== label || !/\p{Script=Han}/u.test(property.description ?? ''))
              missing.push(`${path}.${label}`);
            if (property.pattern !== undefined && (property.examples ?? []).length === 0)
              missing.push(`${path}.${label} examples`);
            if (/"errorMessage":"金额/.test(JSON.stringify({ ...property, properties: undefined })))
              expect(property.description).toContain('金额单位');
          }
        }
        visit(value, `${path}.${key}`);
      }
    };
    for (const [name, schema] of Object.entries(SCHEMAS)) visit(schema, name);
    expect(missing).toEqual([]);
  });
});
