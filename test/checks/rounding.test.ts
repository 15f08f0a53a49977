import { describe, expect, it } from 'vitest';
import { inTenThousands } from '../support/in-ten-thousands.ts';
import { realFiles } from '../support/project.ts';
import { compiled } from '../support/compiled.ts';

const FOLDER = 'content/units/demo-bureau/';

/** All three booklets of the demonstration unit, through all checks of accounts, forms and texts. */
describe('booklets that add up', () => {
  it('are without findings in 元', async () => {
    expect(compiled(await realFiles('demo-bureau')).diagnostics).toEqual([]);
  });

  it('have rounding residues and nothing else when every amount is rounded to 万元', async () => {
    const found = compiled(inTenThousands(await realFiles('demo-bureau'), FOLDER)).diagnostics;
    for (const year of [2021, 2022, 2023]) {
      const own = found.filter(({ place }) => place.file.startsWith(`${FOLDER}${year}/`));
      expect(own.length).toBeGreaterThan(10);
    }
    const others = found.filter(({ severity, message }) => severity !== 'note' || !message.includes('尾差'));
    expect(others).toEqual([]);
  });
});
