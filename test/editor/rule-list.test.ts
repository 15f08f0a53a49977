import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CATALOGUE } from '../../src/checks/catalogue.ts';
import { OTHER_RULES } from '../../src/checks/other-rules.ts';
import { ruleListMarkdown, ruleListText } from '../../src/checks/rule-list.ts';
import { ROOT } from '../support/project.ts';

/** The rule names that the program can print, as they are written in its source. */
function printedRules(): readonly string[] {
  const files = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' });
  const texts = files
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(join(ROOT, 'src', file), 'utf8'));
  const names = texts.flatMap((text) =>
    [...text.matchAll(/(?:(?:error|warning|note|report|refuse)\(\s*|rule: )'([a-z]+(?:-[a-z]+)+)'/g)].map(
      ([, name = '']) => name,
    ),
  );
  return [...new Set(names)];
}

describe('content/rules.md', () => {
  it('is current; if not, run npm run rules', () => {
    expect(readFileSync(join(ROOT, 'content/rules.md'), 'utf8') === ruleListMarkdown()).toBe(true);
  });

  it('explains every rule that a finding can name, and so does check --list', () => {
    const explained = [...CATALOGUE, ...OTHER_RULES].map(({ rule }) => rule);
    expect(printedRules().length).toBeGreaterThan(CATALOGUE.length);
    expect(printedRules().filter((rule) => !explained.includes(rule))).toEqual([]);
    expect(explained.filter((rule) => !ruleListText().includes(rule))).toEqual([]);
    expect(new Set(explained).size).toBe(explained.length);
  });
});
