import { COMMON_FACTS } from '../facts/common-facts.ts';
import type { Enterable } from '../enterable.ts';
import type { TextSlots } from '../texts/text-slots.ts';
import { accountsSchema, comparativesSchema } from './accounts.ts';
import { codeTableSchema } from './code-table.ts';
import type { FormKind } from '../forms/form-kind.ts';
import { evaluationSchema } from './evaluation.ts';
import { DRAFT, either, export7, type JsonSchema } from './export-schema.ts';
import { narrativeSchema } from './narrative.ts';
import { searchWordsSchema } from './search-words.ts';
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
    evaluation: { ...DRAFT, title: '绩效自评表（performance/*.yaml）', ...evaluationChoice(allForms(packs)) },
    narrative: { ...DRAFT, title: '文字（narrative.yaml）', ...export7(narrativeSchema(allTexts(packs))) },
    'search-words': { ...DRAFT, title: '搜索的说法（search/*.yaml）', ...export7(searchWordsSchema) },
    site: { ...DRAFT, title: '网站（site.yaml）', ...export7(siteSchema) },
    unit: { ...DRAFT, title: '单位（unit.yaml）', ...export7(unitSchema) },
  };
}

const KIND = '自评表的种类，由模板包规定';

/** `narrative.yaml` does not name its pack, so that the texts of all packs may stand in it. */
function allTexts(packs: ReadonlyMap<string, Enterable>): TextSlots {
  const slots = [...packs.values()].flatMap(({ texts }) => texts.slots);
  return { slots: [...new Map(slots.map((slot) => [slot.name, slot])).values()] };
}

/** Nor does a form name its pack: the kinds of all packs, each once, since packs that inherit kinds have the same ones. */
function allForms(packs: ReadonlyMap<string, Enterable>): readonly FormKind[] {
  return [...new Set([...packs.values()].flatMap(({ forms }) => forms ?? []))];
}

/** What may be entered is for the pack to say that the file names. */
function accountsOf([first, ...rest]: readonly (readonly [string, Enterable])[]): JsonSchema {
  if (first === undefined) return export7(accountsSchema(COMMON_FACTS));
  const [pack, { facts }] = first;
  if (facts === COMMON_FACTS) return accountsOf(rest);
  const mark = { required: ['模板'], properties: { 模板: { const: pack } } };
  return either(mark, export7(accountsSchema(facts)), accountsOf(rest));
}

/** Chooses by the 类型 that a form writes; kinds of one name in several packs are all allowed. */
function evaluationChoice(kinds: readonly FormKind[]): JsonSchema {
  const byKey = [...Map.groupBy(kinds, ({ key }) => key)];
  const unknown: JsonSchema = {
    type: 'object',
    required: ['类型'],
    properties: { 类型: { title: '类型', description: KIND, enum: byKey.map(([key]) => key) } },
  };
  return byKey.reduceRight<JsonSchema>((other, [key, same]) => {
    const forms = same.map((kind) => export7(evaluationSchema(kind)));
    const [form = unknown] = forms;
    return {
      type: 'object',
      if: { required: ['类型'], properties: { 类型: { const: key } } },
      then: forms.length === 1 ? form : { anyOf: forms },
      else: other,
    };
  }, unknown);
}
