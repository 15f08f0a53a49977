import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ruleListMarkdown } from '../../src/checks/rule-list.ts';
import { ROOT } from '../support/project.ts';

describe('content/rules.md', () => {
  it('is current; if not, run npm run rules', () => {
    expect(readFileSync(join(ROOT, 'content/rules.md'), 'utf8') === ruleListMarkdown()).toBe(true);
  });
});
