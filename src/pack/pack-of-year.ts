/** What of a pack says whose it is, and for which years. */
export interface DatedPack {
  readonly slug: string;
  readonly years: readonly number[];
  /** Whether it came with the program, so that nobody here can change it. */
  readonly shipped: boolean;
}

/** What packs there are, as far as those who use another one need to know. */
export interface PackShelf {
  /** Those that can be used. */
  readonly packs: readonly DatedPack[];
  /** Names of all pack folders, also of those that cannot be used. */
  readonly folders: ReadonlySet<string>;
}

const YEAR = /^(?:19|20)\d\d$/;

/**
 * What the folder's name says besides the year: packs of one region are called alike but for it, such as `shifan-2023`
 * and `shifan-2024`. Inheritance says nothing of it: a city's pack inherits its province's and is not of the province.
 */
function familyOf(slug: string): string {
  return slug
    .split('-')
    .filter((word) => !YEAR.test(word))
    .join('-');
}

/** The packs of the same family that are for a year, by name; more than one where the choice is the editor's. */
export function familyPacksFor<P extends DatedPack>(
  slug: string,
  year: number,
  packs: Iterable<P>,
): readonly P[] {
  return [...packs]
    .filter((one) => one.slug !== slug && familyOf(one.slug) === familyOf(slug) && one.years.includes(year))
    .sort((a, b) => (a.slug < b.slug ? -1 : 1));
}

/** What a pack of the same family for a year would be called. */
function successorName(slug: string, year: number): string {
  const words = slug.split('-');
  const at = words.findIndex((word) => YEAR.test(word));
  return at < 0 ? `${slug}-${year}` : words.with(at, String(year)).join('-');
}

/**
 * What to do about a pack that is not for a year: take the one of its family that is, or make it.
 */
export function packAdvice(pack: DatedPack, year: number, { packs, folders }: PackShelf): string {
  const fitting = familyPacksFor(pack.slug, year, packs).map(({ slug }) => `“${slug}”`);
  if (fitting.length > 0)
    return `${year} 年度的同系列模板包是${fitting.join('、')}，请把 accounts.yaml 的“模板”改成${fitting.length > 1 ? '其中适用的一个' : '它'}`;
  const next = successorName(pack.slug, year);
  const make = `运行 npx mingbai pack new ${next} --from ${pack.slug} --year ${year} 新建一个`;
  if (pack.shipped && !folders.has(next))
    return `没有 ${year} 年度的同系列模板包。“${pack.slug}”是程序自带的，不能改；${make}，格式没有变的不用改它，再把 accounts.yaml 的“模板”改成它`;
  const same = `格式没有变的，在“${pack.slug}”的“年度”里加上 ${year}`;
  if (folders.has(next))
    return `模板包“${next}”现在还不能用于 ${year} 年度，请改正它的错误和“年度”，再把 accounts.yaml 的“模板”改成它，${same}`;
  return `没有 ${year} 年度的同系列模板包。${same}，变了的，${make}，再把 accounts.yaml 的“模板”改成它`;
}
