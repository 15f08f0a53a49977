import type { Entered } from '../../../accounts/facts/entered.ts';
import type { Registry } from '../../../figures/registry.ts';
import { warning } from '../../../source/diagnostic.ts';
import type { YamlNode, YamlPath } from '../../../source/yaml.ts';
import { placeOfValue } from '../../../source/yaml.ts';
import type { Check } from '../../check.ts';

/** Sections whose amounts may carry a sign; elsewhere the form of the file forbids it. */
function signedSections({ book }: Entered): readonly string[] {
  const sections = book.facts.flatMap(({ signed, path }) => (signed ? path.slice(0, 1) : []));
  return [...new Set(sections), '批复数'];
}

/** A file without any negative value has no such entry. */
const NEGATIVE = /:\s*["']?-\d/;

/** Entries that an adjustment may turn negative are looked at by a person. */
export const negativeRow: Check = {
  rule: 'negative-row',
  numbers: ['R07', 'R42'],
  source: '收入支出决算总表各行一般不为负数，冲减、调账除外',
  summary: '收入、支出、结转和结余、结余分配、“三公”经费、批复数一般不为负，冲减、调账的除外',
  run: ({ year: { accounts }, figures }) => {
    const { root, source } = accounts.document;
    if (root.kind !== 'mapping' || !NEGATIVE.test(source.text)) return [];
    return signedSections(accounts.value.entered)
      .flatMap((section) => negativeEntries(root.entries.get(section)?.value, [section]))
      .filter(({ path: [section, id] }) => section !== '批复数' || !isEntered(String(id), figures))
      .map(({ path, text }) => {
        const name = path.slice(1).join('.') || path.join('.');
        const message = `“${name}”为 ${text}，一般应不小于 0（收入支出决算总表各行，R07）；请核对正负号，确属冲减、调账的写进“核对说明”`;
        return warning('negative-row', message, placeOfValue(accounts.document, path));
      });
  },
};

/** An approved value of what is also entered is told of at the entry. */
function isEntered(id: string, figures: Registry): boolean {
  return figures.find(id)?.origin.kind === 'reported';
}

interface Negative {
  readonly path: YamlPath;
  readonly text: string;
}

function negativeEntries(node: YamlNode | undefined, path: YamlPath): readonly Negative[] {
  if (node?.kind === 'scalar')
    return /^-0*(\.0*)?[1-9]/.test(node.text) && !goesEitherWay(path) ? [{ path, text: node.text }] : [];
  if (node?.kind !== 'mapping') return [];
  return [...node.entries.values()].flatMap(({ key, value }) => negativeEntries(value, [...path, key]));
}

/** Changes on last year and differences from the budget have either sign. */
function goesEitherWay(path: YamlPath): boolean {
  return /\.(增减额|增减率|预决算差异额|与保有量差异)$/.test(String(path.at(-1)));
}
