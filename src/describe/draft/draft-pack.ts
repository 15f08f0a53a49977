import { packJsonSchemas } from '../../pack/json-schema.ts';
import type { Pack } from '../../pack/pack.ts';
import { renderEntry } from '../../source/writer/render.ts';
import { NEW_FILE } from '../../source/writer/style.ts';
import type { YamlValue } from '../../source/writer/value.ts';
import { SECTION_EXAMPLES } from './examples.ts';
import { fileLines } from './pack-files.ts';
import { statedIn } from './stated.ts';

/** What a new pack is to be. */
export interface PackDraft {
  readonly slug: string;
  readonly base: Pack;
  readonly years: readonly number[];
  /** Whether the project has the schemas for editors, for the first line to name one. */
  readonly hasSchema: boolean;
}

/** Stated in the new pack itself. */
const OWN: ReadonlySet<string> = new Set(['名称', '依据', '年度', '继承']);

/**
 * The pack.yaml of a new pack that prints what its base prints. Whatever can be stated stands in it as a comment, with
 * what holds now: examples behind `# `, what they mean behind `## `.
 */
export function draftPack({ slug, base, years, hasSchema }: PackDraft): string {
  const year = years.length === 1 ? String(years[0]) : years.map(String);
  const lines = [
    ...(hasSchema ? ['# yaml-language-server: $schema=../schema/pack.json'] : []),
    `## 写法见 templates/README.md。没有写的，都照所继承的 ${base.slug}；下面作为注释列着的是现在的写法。`,
    '## 要改哪一项，去掉那几行行首的“# ”再改；不改的可以删去。',
    ...entry('名称', slug),
    '## 换成这份格式所依据的文件。',
    ...entry('依据', `沿用 ${base.slug}`),
    ...entry('年度', year),
    ...entry('继承', base.slug),
    ...sections().flatMap((section) => sectionLines(section, base)),
    '',
    ...fileLines(base),
  ];
  return lines.map((line) => `${line}\n`).join('');
}

/** A section of pack.yaml with what it is for, and its entries where they are always the same. */
interface Section {
  readonly label: string;
  readonly about: string;
  readonly entries: readonly (readonly [label: string, about: string])[];
}

/** The parts of an exported schema that are read here. */
interface Described {
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Described>>;
  readonly items?: Described;
}

function sections(): readonly Section[] {
  const { properties = {} } = packJsonSchemas()['pack'] as Described;
  return Object.entries(properties)
    .filter(([label]) => !OWN.has(label))
    .map(([label, { description = '', properties: own, items }]) => ({
      label,
      about: description,
      entries: Object.entries(own ?? items?.properties ?? {}).flatMap(([name, property]) =>
        property.description === undefined ? [] : [[name, property.description] as const],
      ),
    }));
}

function sectionLines({ label, about, entries }: Section, base: Pack): readonly string[] {
  const stated = statedIn(base, label);
  const example = stated ?? SECTION_EXAMPLES.get(label);
  const unstated =
    stated === undefined ? `（${base.slug} 没有写${example === undefined ? '' : '，例如'}）` : '';
  return [
    '',
    `## ${label}：${about}${unstated}`,
    ...entries.map(([name, what]) => `##   ${name}：${what}`),
    ...(example === undefined ? [] : entry(label, example).map((line) => `# ${line}`)),
  ];
}

function entry(key: string, value: YamlValue): readonly string[] {
  return renderEntry(key, value, 0, NEW_FILE);
}
