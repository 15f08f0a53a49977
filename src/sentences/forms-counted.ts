import type { FormKind } from '../accounts/forms/form-kind.ts';
import type { Registry } from '../figures/registry.ts';
import { remembered } from '../source/remembered.ts';
import { numberOfForms, projectKind, sheetNames } from './form-names.ts';
import type { Mention, Sentence } from './sentence.ts';

const EVALUATED = /自评|绩效评价|评价表/u;
const SOME = /选取|抽取|抽查|部分|重点|其中|下属|上年|去年|\d{4}年(?:度)?计划/u;

/** How texts count the forms of a booklet's kinds: each group of a pattern is a number of one figure. */
interface Counting {
  readonly pattern: RegExp;
  readonly ids: Readonly<Record<string, string>>;
}

const countingOf = remembered((figures: Registry): readonly Counting[] => {
  const project = projectKind(figures);
  const wholes = figures.kinds.filter(({ count }) => count === 'one');
  const both = project === undefined ? [] : wholes.map((whole) => besideEachOther(project, whole));
  const taken = project === undefined ? [] : [takenIn(project)];
  return [...both, ...taken, ...figures.kinds.map(sheets)];
});

/** 对 12 个项目和 1 个整体支出开展绩效自评. */
function besideEachOther(project: FormKind, whole: FormKind): Counting {
  const [one, other] = [RegExp.escape(project.key), RegExp.escape(whole.expenditure)];
  const pattern = String.raw`(?<first>\d+)\s*个(?:预算)?${one}(?:支出)?(?:和|、|及|以及|与)\s*(?<second>\d+)\s*个(?:本)?(?:部门|单位)?${other}`;
  return {
    pattern: new RegExp(pattern, 'dgu'),
    ids: { first: numberOfForms(project), second: numberOfForms(whole) },
  };
}

/** 纳入绩效自评的项目共 12 个. */
function takenIn(project: FormKind): Counting {
  const pattern = String.raw`纳入(?:预算)?绩效(?:自评|评价)(?:范围)?的(?:预算)?${RegExp.escape(project.key)}(?:支出)?(?:共|合计|计|为|有)+\s*(?<count>\d+)\s*个`;
  return { pattern: new RegExp(pattern, 'dgu'), ids: { count: numberOfForms(project) } };
}

/** 项目支出绩效自评表 12 张. */
function sheets(kind: FormKind): Counting {
  const names = [`${RegExp.escape(kind.key)}(?:支出)?(?:绩效)?自评表`, kind.title, kind.called].map(
    (name, index) => (index === 0 ? name : RegExp.escape(name)),
  );
  const pattern = String.raw`(?:${names.join('|')})(?:共|计|为)?\s*(?<count>\d+)\s*[张份个]`;
  return { pattern: new RegExp(pattern, 'dgu'), ids: { count: numberOfForms(kind) } };
}

/** The figures that a sentence means by numbers of evaluation forms, whatever it counts them in. */
export function formsCounted(
  { text, from, items }: Sentence,
  figures: Registry,
): ReadonlyMap<Mention, string> {
  // 重点项目 may be the name of a kind, and says nothing of a choice.
  const besides = figures.kinds.flatMap(sheetNames).reduce((left, name) => left.replaceAll(name, ''), text);
  if (!EVALUATED.test(text) || SOME.test(besides)) return new Map();
  const places = countingOf(figures).flatMap((counting) => placesIn(text, counting));
  const mentions = items.flatMap((item) => item.mentions);
  return new Map(
    places.flatMap(([at, id]) => {
      const mention = mentions.find(({ quantity }) => quantity.from === at + from);
      return mention === undefined ? [] : [[mention, id] as const];
    }),
  );
}

type Place = readonly [at: number, id: string];

function placesIn(text: string, { pattern, ids }: Counting): readonly Place[] {
  return [...text.matchAll(pattern)].flatMap(({ indices }) =>
    Object.entries(ids).flatMap(([group, id]): readonly Place[] => {
      const found = indices?.groups?.[group];
      return found === undefined ? [] : [[found[0], id]];
    }),
  );
}
