import type { Figure } from '../figures/figure.ts';
import type { Registry } from '../figures/registry.ts';
import { remembered } from '../source/remembered.ts';
import { FIGURE_NAMES, type FigureName } from './figure-names.ts';
import { formNames, numberOfForms, projectKind } from './form-names.ts';
import { bareName, spellingsOf } from './names.ts';
import { projectCalled } from './projects-called.ts';
import type { Item } from './sentence.ts';

/** Names by which texts of this kind may mean something else than the table: they only count where the words say so. */
const ECONOMIC = /^基本支出\.\d+$/u;
const ABOUT_BASIC = /基本支出|人员经费|公用经费|工资福利支出|商品和服务支出|对个人和家庭/u;
const FORM = /^绩效\.[^.]+\.(?:资金|指标)\./u;
const FORMS = '绩效.';
/** What a project spent, by the project's name, where it is the sum of its sources. */
const PROJECT = /^绩效\.[^.]+\.资金\.[^.]+\.全年执行数$/u;
const CODED = /^(.+)（(\d{3,7})）(.*)$/u;
const FUNDS = ['一般公共预算', '政府性基金预算', '国有资本经营预算'] as const;

/** Figures by the words that texts use, those of the forms of the booklet's pack among them. */
const byName = remembered((figures: Registry): ReadonlyMap<string, readonly FigureName[]> =>
  group(
    [...FIGURE_NAMES, ...formNames(figures)].flatMap((entry) =>
      entry.names.map((name) => [name, entry] as const),
    ),
  ),
);

function group<T>(pairs: readonly (readonly [string, T])[]): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const [key, value] of pairs) {
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [value]);
    else known.push(value);
  }
  return groups;
}

interface Labels {
  /** What projects spent, by their names. */
  readonly projects: ReadonlyMap<string, readonly string[]>;
  /** Figures by their own label. */
  readonly plain: ReadonlyMap<string, readonly string[]>;
  /** Codes by their name, from the tables by function. */
  readonly functional: ReadonlyMap<string, readonly string[]>;
  /** Figures of basic expenditure by the name of their economic code. */
  readonly economic: ReadonlyMap<string, readonly string[]>;
}

/** The names that the booklet's own figures have. */
const labelsOf = remembered((figures: Registry): Labels => {
  const all = figures.all();
  const projects = projectsIn(all);
  const plain = [...projects];
  const functional = new Map<string, Set<string>>();
  const economic: (readonly [string, string])[] = [];
  for (const { id, label } of all.filter(isNamed)) {
    const [, name = label, code, rest = ''] = (label.includes('（') ? CODED.exec(label) : null) ?? [];
    if (code === undefined) plain.push([bareName(name), id]);
    else if (ECONOMIC.test(id)) economic.push([bareName(name), id]);
    else if (id.startsWith('支出.')) {
      plain.push([bareName(name + rest), id]);
      addCode(functional, bareName(name), code);
    }
  }
  return {
    projects: group(projects),
    plain: group(plain),
    functional: new Map([...functional].map(([name, codes]) => [name, [...codes]])),
    economic: group(economic),
  };
});

/** What each project spent, by the project's name. */
function projectsIn(all: readonly Figure[]): readonly (readonly [string, string])[] {
  return all.flatMap(({ id, label, origin }) => {
    // Of thousands of figures, few are of forms.
    if (!id.startsWith(FORMS) || origin.kind !== 'derived' || !PROJECT.test(id)) return [];
    const project = /“(.+)”/u.exec(label)?.[1];
    return project === undefined ? [] : [[bareName(project), id] as const];
  });
}

/** Whether texts call a figure by its label. */
function isNamed({ id, unit }: Figure): boolean {
  return !NO_NAMED_UNITS.has(unit) && !(id.startsWith(FORMS) && FORM.test(id));
}

const NO_NAMED_UNITS: ReadonlySet<string> = new Set(['%', '指标值', '分']);

function addCode(functional: Map<string, Set<string>>, name: string, code: string): void {
  const codes = functional.get(name) ?? new Set();
  functional.set(name, codes.add(code));
}

/** Comparisons are asked for by their role, not by a name. */
const COMPARISON = /\.(?:上年|增减额|增减率|占比|预决算差异[额率]|完成年初预算率|与保有量差异)$/u;

/** Ids of the figures that an item of a sentence may mean by its name, `before` being the sentence up to it. */
export function idsCalled(item: Item, before: string, figures: Registry): readonly string[] {
  const name = withoutScope(item.name);
  const project = projectKind(figures);
  if (project !== undefined && isNumberOfForms(item)) return [numberOfForms(project)];
  if (name === '' || isRest(item)) return [];
  const context = `${wholeNames(item)}${before}`;
  const spellings = new Set([...spellingsOf(name), ...spellingsOf(name.replace(OF_FUND, '$1$2'))]);
  for (const spelling of spellings) {
    const ids = idsOfSpelling(spelling, context, figures);
    if (ids.length > 0) return withinFund(ids, scopeOf(item), figures);
  }
  const coded = codedIds(item, figures);
  return coded.length > 0 ? coded : projectCalled(name, labelsOf(figures).projects);
}

/** 差旅费减少…，其他支出增加…: the rest of what the sentence speaks of, and no item of the tables. */
function isRest({ name, list }: Item): boolean {
  return name === '其他支出' && list === undefined;
}

/** 本单位对 12 个项目开展了绩效自评. */
function isNumberOfForms({ mentions, lead }: Item): boolean {
  const [first] = mentions;
  if (first?.quantity.unit !== '个' || /等|选取|抽取|部分|重点|其中|中/u.test(lead)) return false;
  return /^(?:预算)?项目(?:支出)?(?:全部|均|都)?(?:开展|进行|实施|完成|纳入)了?(?:预算)?绩效(?:自评|评价)/u.test(
    first.after,
  );
}

/** @param context the words before the name, and the names of what it is listed under */
function idsOfSpelling(spelling: string, context: string, figures: Registry): readonly string[] {
  const listed = (byName(figures).get(spelling) ?? [])
    .filter(({ within }) => within === undefined || within.test(context))
    .flatMap(({ ids }) => ids);
  const { plain, economic } = labelsOf(figures);
  const named = economic.get(spelling) ?? [];
  const basic = named.length > 0 && ABOUT_BASIC.test(context) ? named : [];
  if (listed.length > 0) return [...listed, ...basic];
  return [...(plain.get(spelling) ?? []).filter((id) => !COMPARISON.test(id)), ...basic];
}

function wholeNames(item: Item): string {
  let names = '';
  for (let whole = item.list?.whole; whole !== undefined; whole = whole.list?.whole)
    names += `${whole.name}${whole.lead}`;
  return names;
}

const ALL_MONEY = '全部';
/** 全部资金本年支出, 财政拨款口径的基本支出: whose money a name speaks of. */
const OF_ALL = /^(?:按)?(?:全部资金|全口径|全部收支|各类资金)(?:口径)?(?:的|计算)?(?=.)/u;
const IN_ALL = /(?:全部资金|全口径)(?:口径)?(?:的|中|，|看|计算)*/u;
const IN_SCOPE = /口径(?:的|下)?/u;

function withoutScope(name: string): string {
  return name.replace(OF_ALL, '').replace(IN_SCOPE, '');
}

/** 政府性基金预算财政拨款本年收入: a fund has no other. */
const OF_FUND = /^(.*(?:财政拨款|预算|基金|资本经营))本年度?(收入|支出)$/u;

const ALL = /^(?:本年支出|支出总计|总支出|本年度支出)/u;

/** The fund of which the words around a name speak: 一般公共预算财政拨款支出中，基本支出…. */
function scopeOf(item: Item): string | undefined {
  const words = `${item.lead.slice(-80)}${wholeNames(item)}`;
  if (IN_ALL.test(item.lead) || OF_ALL.test(item.name)) return ALL_MONEY;
  if (/本年支出|本年收入|总计/u.test(item.name)) return undefined;
  return (
    FUNDS.find((fund) => words.includes(fund.replace(/预算$/u, ''))) ??
    (ALL.test(wholeNames(item)) ? ALL_MONEY : undefined)
  );
}

/** Of figures that may be of all funds or of one, those of the fund that the text speaks of. */
function withinFund(ids: readonly string[], fund: string | undefined, figures: Registry): readonly string[] {
  if (fund === undefined) return ids;
  if (fund === ALL_MONEY) {
    const ofAll = ids.filter((id) => !id.startsWith('财政拨款') && !FUNDS.some((one) => id.includes(one)));
    return ofAll.length > 0 ? ofAll : ids;
  }
  const own = ids.filter((id) => id.includes(fund));
  if (own.length > 0) return own;
  const moved = ids.flatMap((id) => {
    const inFund = id.replace(/^支出\.(基本支出|项目支出)$/u, `支出.${fund}.$1`);
    return inFund !== id && figures.has(inFund) ? [inFund] : [];
  });
  return moved.length > 0 ? moved : ids;
}

const PATH_END = /（[类款项]）/u;
const SPENT = /支出|决算|预算|执行/u;
/** （项）支出: what is told of a code, and no step of its path. */
const OF_CODE = /^(?:支出|收入|决算|支出决算)$/u;

/** 行政运行（项）: expenditure by a code's name, of the general budget or of all money. */
function codedIds(item: Item, figures: Registry): readonly string[] {
  const { functional } = labelsOf(figures);
  const path = item.name.split(PATH_END).filter((step) => step !== '' && !OF_CODE.test(step));
  const last = path.at(-1) ?? '';
  const spelling = spellingsOf(last).find((one) => functional.has(one));
  if (spelling === undefined) return [];
  const codes = (functional.get(spelling) ?? []).filter((code) =>
    path.slice(0, -1).every((step) => isAbove(step, code, functional)),
  );
  const meant = isMarked(item, last) ? codes : codes.filter((code) => isListedUnder(code, item, figures));
  return meant.flatMap((code) =>
    [
      ...FUNDS.map((fund) => `支出.${code}.${fund}.合计`),
      `支出.${code}.合计`,
      `支出.${code}.财政拨款`,
    ].filter((id) => figures.has(id)),
  );
}

/** Whether the words say that expenditure is meant, and not the matter itself. */
function isMarked({ name, mentions }: Item, last: string): boolean {
  return (
    PATH_END.test(name) ||
    /支出$/u.test(last) ||
    mentions.some(({ role, words }) => role !== 'amount' && SPENT.test(words))
  );
}

/** 卫生健康支出…，包括行政单位医疗…: a list of expenditure lists expenditure. */
function isListedUnder(code: string, { list }: Item, figures: Registry): boolean {
  return (
    list !== undefined &&
    idsCalled(list.whole, '', figures).some((id) => {
      const above = /^支出\.(\d+)\./u.exec(id)?.[1];
      return above !== undefined && above !== code && code.startsWith(above);
    })
  );
}

function isAbove(step: string, code: string, functional: Labels['functional']): boolean {
  const above = spellingsOf(bareName(step)).flatMap((one) => functional.get(one) ?? []);
  return above.length === 0 || above.some((one) => code.startsWith(one));
}
