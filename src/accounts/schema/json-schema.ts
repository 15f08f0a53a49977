import { COMMON_FACTS } from '../facts/common-facts.ts';
import type { FactBook } from '../facts/fact-book.ts';
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
 * @param books what units of template packs enter, by the names of the packs; packs that add nothing need not be named
 */
export function contentJsonSchemas(
  books: ReadonlyMap<string, FactBook> = new Map(),
): Readonly<Record<string, JsonSchema>> {
  return {
    accounts: {
      ...DRAFT,
      title: '决算账目（accounts.yaml）',
      type: 'object',
      ...either({ required: ['用途'] }, export7(comparativesSchema), accountsOf([...books])),
    },
    'code-table': { ...DRAFT, title: '科目表', ...export7(codeTableSchema) },
    evaluation: choice(
      '绩效自评表（performance/*.yaml）',
      { required: ['类型'], properties: { 类型: { const: '整体' } } },
      export7(overallEvaluationSchema),
      export7(projectEvaluationSchema),
    ),
    narrative: { ...DRAFT, title: '文字（narrative.yaml）', ...export7(narrativeSchema) },
    site: { ...DRAFT, title: '网站（site.yaml）', ...export7(siteSchema) },
    unit: { ...DRAFT, title: '单位（unit.yaml）', ...export7(unitSchema) },
  };
}

/** What may be entered is for the pack to say that the file names. */
function accountsOf([first, ...rest]: readonly (readonly [string, FactBook])[]): JsonSchema {
  if (first === undefined) return export7(accountsSchema(COMMON_FACTS));
  const [pack, book] = first;
  if (book === COMMON_FACTS) return accountsOf(rest);
  const mark = { required: ['模板'], properties: { 模板: { const: pack } } };
  return either(mark, export7(accountsSchema(book)), accountsOf(rest));
}
