import type { Mention, Sentence } from './sentence.ts';

const PROJECTS = '绩效.项目.个数';
const WHOLES = '绩效.整体.个数';

/** 对 12 个项目和 1 个整体支出开展绩效自评. */
const BOTH =
  /(?<first>\d+)\s*个(?:预算)?项目(?:支出)?(?:和|、|及|以及|与)\s*(?<second>\d+)\s*个(?:本)?(?:部门|单位)?整体支出/dgu;
/** 项目支出绩效自评表 12 张. */
const SHEETS = /(?<kind>项目|整体)(?:支出)?(?:绩效)?自评表(?:共|计|为)?\s*(?<count>\d+)\s*[张份个]/dgu;
const EVALUATED = /自评|绩效评价/u;
const SOME = /选取|抽取|抽查|部分|重点|其中|下属|上年|去年|\d{4}年(?:度)?计划/u;

/** The figures that a sentence means by numbers of evaluation forms, whatever it counts them in. */
export function formsCounted({ text, from, items }: Sentence): ReadonlyMap<Mention, string> {
  const places = EVALUATED.test(text) && !SOME.test(text) ? [...bothIn(text), ...sheetsIn(text)] : [];
  const mentions = items.flatMap((item) => item.mentions);
  return new Map(
    places.flatMap(([at, id]) => {
      const mention = mentions.find(({ quantity }) => quantity.from === at + from);
      return mention === undefined ? [] : [[mention, id] as const];
    }),
  );
}

type Place = readonly [at: number, id: string];

function bothIn(text: string): readonly Place[] {
  return [...text.matchAll(BOTH)].flatMap(({ indices }): readonly Place[] => {
    const [first, second] = [indices?.groups?.['first'], indices?.groups?.['second']];
    return first === undefined || second === undefined
      ? []
      : [
          [first[0], PROJECTS],
          [second[0], WHOLES],
        ];
  });
}

function sheetsIn(text: string): readonly Place[] {
  return [...text.matchAll(SHEETS)].flatMap(({ groups, indices }): readonly Place[] => {
    const count = indices?.groups?.['count'];
    return count === undefined ? [] : [[count[0], groups?.['kind'] === '项目' ? PROJECTS : WHOLES]];
  });
}
