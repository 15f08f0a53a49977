import { z } from 'zod';
import { text } from './entries.ts';

/** A list of names, each once: offices, subordinate units. */
export const names = z
  .array(text)
  .check(({ value, issues }) => {
    for (const [index, name] of value.entries()) {
      if (value.indexOf(name) === index) continue;
      issues.push({
        code: 'custom',
        input: name,
        path: [index],
        message: `“${name}”写了两次；请删去一处`,
        params: { rule: 'listed-twice' },
      });
    }
  })
  .meta({ uniqueItems: true });
