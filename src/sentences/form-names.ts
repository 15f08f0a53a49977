import type { FormKind } from '../accounts/forms/form-kind.ts';
import type { Registry } from '../figures/registry.ts';
import { remembered } from '../source/remembered.ts';
import type { FigureName } from './figure-names.ts';

const FORMS = /绩效|自评|评价/u;
const BEHIND_EVALUATED = /绩效(?:自评|评价|目标)[^，。；]{0,8}$/u;

/** How many forms a booklet has of a kind. */
export function numberOfForms({ key }: FormKind): string {
  return `绩效.${key}.个数`;
}

/** The kind of which there is a form for each project; undefined where the pack has none. */
export function projectKind({ kinds }: Registry): FormKind | undefined {
  return kinds.find(({ count }) => count === 'per-project');
}

/** What the sheets of a kind are called: by its pack, and in short. */
export function sheetNames({ key, title, called, expenditure, count }: FormKind): readonly string[] {
  const names = [`${expenditure}绩效自评表`, `${expenditure}自评表`, `${key}绩效自评表`, `${key}自评表`];
  const own = [...new Set([title, called, ...names])];
  return count === 'one' ? own.flatMap((name) => [name, `部门${name}`, `单位${name}`]) : own;
}

/** Figures of the forms of a booklet's kinds, by the words that texts use. */
export const formNames = remembered((figures: Registry): readonly FigureName[] => {
  const { kinds } = figures;
  const project = projectKind(figures);
  const columns = (column: string): readonly string[] =>
    kinds
      .filter(({ money }) => money !== undefined)
      .toSorted((a, b) => Number(b.count === 'one') - Number(a.count === 'one'))
      .map(({ key }) => `绩效.${key}.${column}`);
  return [
    ...(project === undefined ? [] : namesOfProjects(project)),
    ...kinds.map((kind) => ({ names: sheetNames(kind), ids: [numberOfForms(kind)] })),
    ...kinds.map((kind) => ({
      names: sheetNames(kind).flatMap((name) => [`${name}全年`, `${name}资金`]),
      ids: [`绩效.${kind.key}.全年执行数`],
    })),
    { names: ['全年预算总额', '全年预算', '预算总额'], ids: columns('全年预算数') },
    { names: ['实际执行总额', '全年执行'], ids: columns('全年执行数') },
    ...kinds.filter(({ count }) => count === 'one').map(namesOfWhole),
  ];
});

function namesOfProjects(kind: FormKind): readonly FigureName[] {
  const ids = [numberOfForms(kind)];
  const { key, expenditure } = kind;
  return [
    {
      names: [
        ...[`绩效评价${key}`, `绩效自评${key}`, `自评${key}`, `${expenditure}绩效自评`, `${key}绩效自评`],
        ...[`预算绩效评价${key}`, `开展绩效自评的${key}`, `自评的${key}`, `纳入绩效自评的${key}`],
      ],
      ids,
    },
    { names: [key, `${key}数`, `${key}个数`, expenditure], ids, within: BEHIND_EVALUATED },
  ];
}

function namesOfWhole({ key, expenditure }: FormKind): FigureName {
  return {
    names: [expenditure, `部门${expenditure}`, `单位${expenditure}`],
    ids: [`绩效.${key}.全年执行数`, `绩效.${key}.全年预算数`],
    within: FORMS,
  };
}
