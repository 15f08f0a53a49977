import { z } from 'zod';
import { text } from './entries.ts';
import { issueOf } from './issue.ts';

/** A list of names, each once: offices, subordinate units. */
export const names = z
  .array(text)
  .check(({ value, issues }) => {
    for (const [index, name] of value.entries()) {
      if (value.indexOf(name) === index) continue;
      issues.push(issueOf({ rule: 'listed-twice', message: `“${name}”写了两次；请删去一处` }, name, [index]));
    }
  })
  .meta({ uniqueItems: true });
