import { UNDISCLOSED } from '../../../accounts/disclosed.ts';
import { note, type Diagnostic } from '../../../source/diagnostic.ts';
import { scalarsBelow, type PlacedScalar, type YamlDocument } from '../../../source/yaml.ts';
import type { Check } from '../../check.ts';

/** Where more than so many of a section are not disclosed, they are counted and not named. */
const FEW = 3;
/** Approved totals are listed by a rule of their own: nothing was compared with them. Dates need not be there at all. */
const ELSEWHERE: ReadonlySet<unknown> = new Set(['批复数', '公开']);

/** What is not disclosed satisfies what is asked for, and is listed, once for each file. */
export const undisclosedEntries: Check = {
  rule: 'undisclosed-entries',
  numbers: [],
  source: '以公开为常态、不公开为例外（财预〔2016〕143号）',
  summary: '列出写成“未公开”的数和文字',
  run: ({ year: { accounts, narrative, evaluations }, comparatives }) =>
    [accounts, narrative, ...evaluations, ...(comparatives ? [comparatives] : [])].flatMap(({ document }) =>
      undisclosedIn(document),
    ),
};

function undisclosedIn({ root, source }: YamlDocument): readonly Diagnostic[] {
  // One look at the text spares most files a walk through all entries.
  if (!source.text.includes(UNDISCLOSED)) return [];
  const all = scalarsBelow(root).filter(
    ({ path, scalar }) => !ELSEWHERE.has(path[0]) && isUndisclosed(scalar.text),
  );
  const [first] = all;
  if (first === undefined) return [];
  const sections = [...Map.groupBy(all, ({ path: [section = ''] }) => String(section))];
  const named = sections.map(([section, entries]) =>
    entries.length > FEW ? `“${section}”中 ${entries.length} 处` : entries.map(nameOf).join('、'),
  );
  const message = `写的是“未公开”的有 ${all.length} 处：${named.join('、')}`;
  return [note('undisclosed-entries', message, source.placeAt(first.scalar.start))];
}

function isUndisclosed(text: string): boolean {
  return text.replace(/。$/u, '') === UNDISCLOSED;
}

function nameOf({ path }: PlacedScalar): string {
  return `“${path.map(String).join('.')}”`;
}
