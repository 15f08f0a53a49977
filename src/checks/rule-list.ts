import { CATALOGUE } from './catalogue.ts';
import { VIEWS } from './views.ts';

const VIEWS_EXPLAINED = '下列规则由程序的算法保证，任何填报都不会违反，所以不作核对：';

/** The catalogue for a terminal: each rule with what it holds and where it comes from. */
export function ruleListText(): string {
  const rules = CATALOGUE.flatMap(({ rule, numbers, summary, source }) => [
    numbers.length === 0 ? rule : `${rule}（${numbers.join('、')}）`,
    `    ${summary}`,
    `    依据：${source}`,
  ]);
  const views = VIEWS.map(({ number, why }) => `${number}  ${why}`);
  const lines = [`共 ${CATALOGUE.length} 条核对规则：`, '', ...rules];
  return [...lines, ...(views.length === 0 ? [] : ['', VIEWS_EXPLAINED, '', ...views]), ''].join('\n');
}

/** The catalogue as a page of the editors' handbook. */
export function ruleListMarkdown(): string {
  const rules = CATALOGUE.map(
    ({ rule, numbers, summary, source }) =>
      `| \`${rule}\` | ${numbers.join(' ')} | ${cell(summary)} | ${cell(source)} |`,
  );
  const views = VIEWS.map(({ number, why }) => `| ${number} | ${cell(why)} |`);
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
    ...(views.length === 0 ? [] : ['', VIEWS_EXPLAINED, '', '| 编号 | 为什么 |', '|---|---|', ...views]),
    '',
  ].join('\n');
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}
