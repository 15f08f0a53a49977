import type { CodeTableFile } from '../../accounts/schema/code-table.ts';
import { editYaml } from '../../source/writer/edit-yaml.ts';
import { renderEntry, renderFlowEntry } from '../../source/writer/render.ts';
import { NEW_FILE } from '../../source/writer/style.ts';
import { entriesOf, isMap, mapOf, type YamlMap, type YamlValue } from '../../source/writer/value.ts';
import type { YamlDocument } from '../../source/yaml.ts';
import type { CodeChanges } from './code-changes.ts';

/** The classifications by the names of their files. */
export const CALLED = {
  functional: '支出功能分类科目（类、款、项）',
  economic: '部门预算支出经济分类科目（类、款）',
} as const;

/** A year's new table: what differs from the year that it continues. */
export function newCodeFile(
  {
    table,
    year,
    file,
    head,
  }: {
    readonly table: keyof typeof CALLED;
    readonly year: number;
    /** The file that the codes were given in. */
    readonly file: string;
    readonly head: readonly string[];
  },
  changes: CodeChanges,
): string {
  const { from, gone } = changes;
  const differs = from === undefined ? '' : `；只写与 ${from} 年度不同的科目，其余沿用`;
  const entries = [...changedEntries(changes)].sort(([a], [b]) => (a < b ? -1 : 1));
  const lines = [
    ...head,
    `# ${CALLED[table]}，${year} 年度，由“${file.replaceAll(/\s+/gu, ' ')}”录入${differs}。`,
    `年度: ${year}`,
    ...(from === undefined ? [] : [`沿用: ${from}`]),
    ...(gone.length === 0 ? [] : renderEntry('取消', goneCodes([], changes), 0, NEW_FILE)),
    entries.length === 0 ? '科目: {}' : '科目:',
    ...entries.map(([code, entry]) => `  ${renderFlowEntry(code, entry, NEW_FILE)}`),
  ];
  return `${lines.join('\n')}\n`;
}

/** A year's table that there is, with what the official one makes new; all else stays as it is written. */
export function editedCodeFile(document: YamlDocument, own: CodeTableFile, changes: CodeChanges): string {
  const root = entriesOf(document.root);
  const old = root.get('科目');
  let entries: YamlMap = mapOf(old);
  for (const [code, entry] of changedEntries(changes)) entries = withCode(entries, code, entry);
  const added = new Set(changes.added.map(({ code }) => code));
  const withdrawn = goneCodes(
    own.gone.filter((code) => !added.has(code)),
    changes,
  );
  const next = new Map<string, YamlValue>();
  for (const [key, one] of root) {
    if (key === '取消') continue;
    if (key === '科目' && withdrawn.length > 0) next.set('取消', withdrawn);
    next.set(key, key === '科目' ? entries : one);
  }
  return editYaml(document.source.text, [{ do: 'set', at: [], to: next }]);
}

/** What is official needs no note of its basis. */
function changedEntries({ added, renamed, verified }: CodeChanges): ReadonlyMap<string, YamlMap> {
  return new Map(
    [...added, ...renamed, ...verified].map(({ code, name }) => [code, new Map([['名称', name]])] as const),
  );
}

function goneCodes(own: readonly string[], { gone }: CodeChanges): readonly string[] {
  return [...own, ...gone.map(({ code }) => code)].sort();
}

/** Entries with one more, where it stands among the codes. What no official table says of it stays. */
function withCode(entries: YamlMap, code: string, entry: YamlMap): YamlMap {
  const old = entries.get(code);
  if (old !== undefined) {
    const purpose = isMap(old) ? old.get('用途') : undefined;
    return new Map(entries).set(code, purpose === undefined ? entry : new Map(entry).set('用途', purpose));
  }
  const before = [...entries.keys()].findLastIndex((one) => one < code);
  return new Map([...entries].toSpliced(before + 1, 0, [code, entry]));
}
