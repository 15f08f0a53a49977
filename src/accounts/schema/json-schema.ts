import { COMMON_FACTS } from '../facts/common-facts.ts';
import type { Enterable } from '../enterable.ts';
import type { TextSlots } from '../texts/text-slots.ts';
import { accountsSchema, comparativesSchema } from './accounts.ts';
import { codeTableSchema } from './code-table.ts';
import { overallEvaluationSchema, projectEvaluationSchema } from './evaluation.ts';
import { choice, DRAFT, either, export7, type JsonSchema } from './export-schema.ts';
import { narrativeSchema } from './narrative.ts';
import { siteSchema } from './site.ts';
import { unitSchema } from './unit.ts';

/**
 * The JSON Schemas of the content files by the name of their file under content/schema/.
 *
 * @param packs what units of template packs enter, by the names of the packs; packs that add nothing need not be named
 */
export function contentJsonSchemas(
  packs: ReadonlyMap<string, Enterable> = new Map(),
): Readonly<Record<string, JsonSchema>> {
  return {
    accounts: {
      ...DRAFT,
      title: '决算账目（accounts.yaml）',
      type: 'object',
      ...either({ required: ['用途'] }, export7(comparativesSchema), accountsOf([...packs])),
    },
    'code-table': { ...DRAFT, title: '科目表', ...export7(codeTableSchema) },
    evaluation: choice(
      '绩效自评表（performance/*.yaml）',
      { required: ['类型'], properties: { 类型: { const: '整体' } } },
      export7(overallEvaluationSchema),
      export7(projectEvaluationSchema),
    ),
    narrative: { ...DRAFT, title: '文字（narrative.yaml）', ...export7(narrativeSchema(allTexts(packs))) },
    site: { ...DRAFT, title: '网站（site.yaml）', ...export7(siteSchema) },
    unit: { ...DRAFT, title: '单位（unit.yaml）', ...export7(unitSchema) },
  };
}

/** `narrative.yaml` does not name its pack, so that the texts of all packs may stand in it. */
function allTexts(packs: ReadonlyMap<string, Enterable>): TextSlots {
  const slots = [...packs.values()].flatMap(({ texts }) => texts.slots);
  return { slots: [...new Map(slots.map((slot) => [slot.name, slot])).values()] };
}

/** What may be entered is for the pack to say that the file names. */
function accountsOf([first, ...rest]: readonly (readonly [string, Enterable])[]): JsonSchema {
  if (first === undefined) return export7(accountsSchema(COMMON_FACTS));
  const [pack, { facts }] = first;
  if (facts === COMMON_FACTS) return accountsOf(rest);
  const mark = { required: ['模板'], properties: { 模板: { const: pack } } };
  return either(mark, export7(accountsSchema(facts)), accountsOf(rest));
}
