// Writes the list of checks for the editors' handbook: npm run rules
import { writeFileSync } from 'node:fs';
import { ruleListMarkdown } from '../src/checks/rule-list.ts';

writeFileSync(new URL('../content/rules.md', import.meta.url), ruleListMarkdown());
