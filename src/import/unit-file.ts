import type { Unit, UnitKind } from '../accounts/schema/unit.ts';
import { TO_FILL } from '../accounts/unfilled.ts';
import { newFile } from './first-year/blocks.ts';
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

/** A new `unit.yaml`, with what is known of the body. */
export function newUnit(
  { name, kind }: { readonly name?: string | undefined; readonly kind?: UnitKind | undefined },
  head: readonly string[],
): string {
  return newFile(head, [
    { notes: ['单位全称，与公章一致'], entry: ['名称', name ?? TO_FILL] },
    { notes: ['行政单位、参公事业单位或事业单位'], entry: ['类型', kind ?? TO_FILL] },
    {
      notes: [
        '主管部门: 全称    自己就是主管部门的不写',
        '纳入部门决算编报范围的下属预算单位，一行一个，以“- ”开头；没有的写 []',
      ],
      entry: ['下属单位', [TO_FILL]],
    },
  ]);
}
