import { CATALOGUE } from './catalogue.ts';
import { OTHER_RULES } from './other-rules.ts';
import { PUBLICATION_RULES } from './publication.ts';
import { VIEWS } from './views.ts';

const PUBLICATION_EXPLAINED =
  '公开的要求（财预〔2016〕143号、财政预决算领域基层政务公开标准目录）和各地样式的惯例：';
const OTHERS_EXPLAINED = '读取文件、填写文字时还会发现下列问题，只能改正，不能保留：';
const VIEWS_EXPLAINED = '下列规则由程序的算法保证，任何填报都不会违反，所以不作核对：';

/** The catalogue for a terminal: each rule with what it holds and where it comes from. */
export function ruleListText(): string {
  const rules = CATALOGUE.flatMap(({ rule, numbers, summary, source }) => [
    numbers.length === 0 ? rule : `${rule}（${numbers.join('、')}）`,
    `    ${summary}`,
    `    依据：${source}`,
  ]);
  const views = VIEWS.map(({ number, why }) => `${number}  ${why}`);
  const publication = PUBLICATION_RULES.flatMap(({ asked, held }) => [
    asked,
    `    ${held.replaceAll('`', '')}`,
  ]);
  return [
    `共 ${CATALOGUE.length} 条核对规则：`,
    '',
    ...rules,
    '',
    VIEWS_EXPLAINED,
    '',
    ...views,
    '',
    PUBLICATION_EXPLAINED,
    '',
    ...publication,
    '',
    OTHERS_EXPLAINED,
    '',
    ...OTHER_RULES.map(({ rule, summary }) => `${rule}  ${summary}`),
    '',
  ].join('\n');
}

/** The catalogue as a page of the editors' handbook. */
export function ruleListMarkdown(): string {
  const rules = CATALOGUE.map(
    ({ rule, numbers, summary, source }) =>
      `| \`${rule}\` | ${numbers.join(' ')} | ${cell(summary)} | ${cell(source)} |`,
  );
  const views = VIEWS.map(({ number, why }) => `| ${number} | ${cell(why)} |`);
  const publication = PUBLICATION_RULES.map(({ asked, held }) => `| ${cell(asked)} | ${cell(held)} |`);
  return [
    '# 核对规则',
    '',
    '由 `npm run rules` 生成，请勿手改。编号是勾稽关系的编号；级别见[编辑手册](README.md)。',
    '',
    `共 ${CATALOGUE.length} 条：`,
    '',
    '| 规则 | 编号 | 核对什么 | 依据 |',
    '|---|---|---|---|',
    ...rules,
    '',
    VIEWS_EXPLAINED,
    '',
    '| 编号 | 为什么 |',
    '|---|---|',
    ...views,
    '',
    PUBLICATION_EXPLAINED,
    '',
    '| 要求 | 怎么做到 |',
    '|---|---|',
    ...publication,
    '',
    OTHERS_EXPLAINED,
    '',
    '| 规则 | 说的是什么 |',
    '|---|---|',
    ...OTHER_RULES.map(({ rule, summary }) => `| \`${rule}\` | ${cell(summary)} |`),
    '',
  ].join('\n');
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}
