import type { Unit } from '../accounts/schema/unit.ts';
import { TO_FILL } from '../accounts/unfilled.ts';
import { renderEntry } from '../source/writer/render.ts';
import type { Refused } from './given-file.ts';
import type { Recognised } from './reading.ts';
import { plainWords } from './tables/words.ts';

/** Why files are not those of a body and a year; undefined where nothing speaks against it. */
export function wrongBody(
  { units, years }: Recognised,
  body: Unit | undefined,
  { slug, year }: { readonly slug: string; readonly year: number },
): Refused | undefined {
  const other = years.find((one) => one.year !== year);
  if (other !== undefined)
    return {
      file: other.source.file,
      refused: `写的是 ${other.year} 年度，要导入的是 ${year} 年度；请检查是否给错了文件`,
    };
  const known = body === undefined ? units.slice(0, 1).map(({ name }) => name) : [body.name, ...body.aliases];
  const strange = units.find(({ name }) => !known.some((one) => plainWords(one) === plainWords(name)));
  if (strange === undefined) return undefined;
  const { file } = strange.source;
  return body === undefined
    ? { file, refused: `各表写的单位不一样：“${known[0]}”和“${strange.name}”；请检查是否给错了文件` }
    : {
        file,
        refused: `写的单位是“${strange.name}”，content/units/${slug} 是“${body.name}”；请检查是否给错了文件，另有名称的写进 unit.yaml 的“别名”`,
      };
}

const STYLE = { newline: '\n', step: 2, listStep: 2, codeQuote: '"' } as const;

/** A new `unit.yaml`, with what the files say of the body. */
export function newUnit({ units }: Recognised, hasSchema: boolean): string {
  const entry = (key: string, value: string, note: string): string =>
    `${renderEntry(key, value, 0, STYLE).join('\n')}${note === '' ? '' : `    # ${note}`}`;
  const lines = [
    ...(hasSchema ? ['# yaml-language-server: $schema=../../schema/unit.json'] : []),
    entry('名称', units[0]?.name ?? TO_FILL, units.length > 0 ? '' : '单位全称，与公章一致'),
    entry('类型', TO_FILL, '行政单位、参公事业单位或事业单位'),
    entry('下属单位', TO_FILL, '纳入部门决算编报范围的下属预算单位，一行一个，以“- ”开头；没有的写 []'),
  ];
  return `${lines.join('\n')}\n`;
}
