import { describe, expect, it } from 'vitest';
import { compileSite } from '../../../src/compile/compile-site.ts';
import { realFiles } from '../../support/project.ts';
import { inTenThousands } from '../../support/in-ten-thousands.ts';
import { accountFindings } from './subject.ts';

const YEARS = [2021, 2022, 2023];

describe('accounts that add up', () => {
  it.each(YEARS)('are without findings in 元: %i', async (year) => {
    expect(accountFindings(await realFiles('demo-bureau'), year)).toEqual([]);
  });

  it.each(YEARS)(
    'have rounding residues and nothing else when every amount is rounded to 万元: %i',
    async (year) => {
      const files = inTenThousands(await realFiles('demo-bureau'), 'content/units/demo-bureau/');
      const found = accountFindings(files, year);
      expect(found.length).toBeGreaterThan(10);
      expect(
        found.filter(({ severity, message }) => severity !== 'note' || !message.includes('尾差')),
      ).toEqual([]);
    },
  );

  it('raise neither error nor warning by any rule, texts and forms included, when rounded to 万元', async () => {
    const files = inTenThousands(await realFiles('demo-bureau'), 'content/units/demo-bureau/');
    const { diagnostics } = compileSite(files);
    expect(diagnostics.length).toBeGreaterThan(10);
    expect(diagnostics.filter(({ severity }) => severity !== 'note')).toEqual([]);
  });
});
