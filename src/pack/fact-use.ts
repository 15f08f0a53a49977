import { suggestion } from '../accounts/suggestion.ts';
import type { BookEntry } from '../accounts/facts/fact-book.ts';
import { error } from '../source/diagnostic.ts';
import { placeOfValue } from '../source/yaml.ts';
import type { Report } from './declared-facts.ts';
import type { PackFolder } from './pack-folder.ts';

/** Sections of which a region may print nothing; without the others no booklet adds up. */
const DISPENSABLE: ReadonlySet<string> = new Set([
  '人员',
  '年初预算',
  '全年预算',
  '机关运行经费',
  '三公经费',
  '政府采购',
  '国有资产',
]);

const USES = { unused: '不用', optional: '可不填', required: '必填' } as const;

/** The facts as the packs of a line say that they are used, the nearest last; the very entries where none says anything. */
export function entriesInUse(
  entries: readonly BookEntry[],
  line: readonly PackFolder[],
  report: Report,
): readonly BookEntry[] {
  let used = entries;
  for (const owner of line.toReversed()) {
    for (const [use, label] of Object.entries(USES)) {
      owner.file.value.factUse[use as keyof typeof USES].forEach((id, index) => {
        const named = entries.filter(({ fact }) => fact.id === id || fact.id.startsWith(`${id}.`));
        const problem = useProblem(id, named, use !== 'required', entries);
        if (problem === undefined)
          used = used.map((entry) =>
            named.some(({ fact }) => fact.id === entry.fact.id) ? inUse(entry, id, use) : entry,
          );
        else
          report(
            owner,
            error('bad-fact', problem, placeOfValue(owner.file.document, ['账目', label, index])),
          );
      });
    }
  }
  return used;
}

function useProblem(
  id: string,
  named: readonly BookEntry[],
  less: boolean,
  entries: readonly BookEntry[],
): string | undefined {
  if (named.length === 0) {
    const known = new Set(entries.flatMap(({ fact }) => [fact.id, fact.path[0] ?? '']));
    return `没有“${id}”这个填报的数${suggestion(id, [...known])}`;
  }
  const fixed = named.find(({ topic, fact }) => topic !== '自定数' && !DISPENSABLE.has(fact.path[0] ?? ''));
  return less && fixed !== undefined
    ? `“${id}”是每本决算都要填的数，不能不用或不填；请删去这一行`
    : undefined;
}

/** A whole section that need not be entered is entered as a whole or not at all. */
function inUse(entry: BookEntry, id: string, use: string): BookEntry {
  const { fact } = entry;
  if (use === 'required') return { ...entry, fact: { ...fact, required: 'always' } };
  if (use === 'unused') return { ...entry, fact: { ...fact, required: 'never', absent: 'unused' } };
  const required = fact.id === id ? 'never' : 'within';
  return {
    ...entry,
    fact: { ...fact, required, absent: entry.topic === '自定数' ? 'nothing' : 'undisclosed' },
  };
}
