import { COMMON_FACTS } from '../facts/common-facts.ts';
import { accountsSchema, comparativesSchema } from './accounts.ts';
import { codeTableSchema } from './code-table.ts';
import { overallEvaluationSchema, projectEvaluationSchema } from './evaluation.ts';
import { choice, DRAFT, export7, type JsonSchema } from './export-schema.ts';
import { narrativeSchema } from './narrative.ts';
import { siteSchema } from './site.ts';
import { unitSchema } from './unit.ts';

/** The JSON Schemas of the content files by the name of their file under content/schema/. */
export function contentJsonSchemas(): Readonly<Record<string, JsonSchema>> {
  return {
    accounts: choice(
      '决算账目（accounts.yaml）',
      { required: ['用途'] },
      export7(comparativesSchema),
      export7(accountsSchema(COMMON_FACTS)),
    ),
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
