import { readdirSync, readFileSync } from 'node:fs';
import { join, matchesGlob } from 'node:path';
import { Ajv } from 'ajv';
import { CORE_SCHEMA, load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { packJsonSchemas } from '../../src/pack/json-schema.ts';
import { ROOT } from '../support/project.ts';

const TEMPLATES = join(ROOT, 'templates');
const files = readdirSync(TEMPLATES, { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.yaml'),
);
const textOf = (name: string): string => readFileSync(join(TEMPLATES, name), 'utf8');

const ajv = new Ajv({ strictTypes: false, keywords: ['errorMessage'] });
const validators = new Map(
  Object.entries(packJsonSchemas()).map(([name, schema]) => [name, ajv.compile(schema)]),
);

const settings = JSON.parse(readFileSync(join(ROOT, '.vscode/settings.json'), 'utf8')) as {
  'yaml.schemas': Readonly<Record<string, string>>;
};

/** The schemas that the settings of VS Code give a file. */
function schemasOf(name: string): readonly string[] {
  return Object.entries(settings['yaml.schemas']).flatMap(([schema, glob]) =>
    matchesGlob(`templates/${name}`, glob) ? [schema] : [],
  );
}

/** Whether a file fits its schema as the YAML support of editors reads it: `20` is a number. */
function fits(name: string, text: string): boolean {
  const schema = /([a-z]+)\.json$/.exec(schemasOf(name)[0] ?? '')?.[1] ?? '';
  const validate = validators.get(schema);
  if (validate === undefined) throw new Error(`${name}: no schema`);
  return validate(load(text, { schema: CORE_SCHEMA })) === true;
}

describe('the JSON Schemas of packs for editors', () => {
  it('are current; if not, run npm run schema', () => {
    const folder = join(TEMPLATES, 'schema');
    const expected = Object.entries(packJsonSchemas());
    expect(readdirSync(folder).sort()).toEqual(expected.map(([name]) => `${name}.json`).sort());
    for (const [name, schema] of expected)
      expect(textOf(`schema/${name}.json`) === `${JSON.stringify(schema, undefined, 2)}\n`, name).toBe(true);
  });

  it.each(files)('%s has one in the settings of VS Code, and fits it', (name) => {
    expect(schemasOf(name)).toHaveLength(1);
    expect(fits(name, textOf(name))).toBe(true);
  });

  it.each([
    ['xinjiang-2023/pack.yaml', '公开期限: 20', '公开期限: 二十日'],
    ['xinjiang-2023/pack.yaml', '字面数:', '字面:'],
    ['xinjiang-2023/pack.yaml', '    标题: 第一部分 单位概况\n', ''],
    ['xinjiang-2023/pack.yaml', '免: [项目自评表]', '免: [自评表]'],
    ['ministry-2024/tables/revenue.yaml', '纸向: 横', '纸向: 斜'],
    ['ministry-2024/tables/revenue.yaml', '逐科目: [类, 款, 项]', '逐科目: [类, 目]'],
    ['xinjiang-2023/tables/three-public.yaml', '用: ministry-2024/tables/three-public', '用: three-public'],
    ['xinjiang-2023/glossary.yaml', '- 名词: 财政拨款收入', '- 名称: 财政拨款收入'],
  ])('find a slip in %s: %s', (name, from, to) => {
    const text = textOf(name);
    expect(text).toContain(from);
    expect(fits(name, text.replace(from, to))).toBe(false);
  });
});
