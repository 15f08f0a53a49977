import { APPROPRIATIONS, keysOf, REVENUE_KINDS } from '../../accounts/categories.ts';
import type { FigureContext } from './context.ts';

/**
 * T4, the account of fiscal appropriations: R24, R27–R31. Ids `财政拨款.收入总计`, `财政拨款.支出总计` and, for each
 * appropriation, `财政拨款.<fund>.收入总计`, `财政拨款.<fund>.支出总计`.
 */
export function defineFiscalAppropriation({ definitions }: FigureContext): void {
  const names = keysOf(APPROPRIATIONS).map((fund) => ({
    name: APPROPRIATIONS[fund],
    revenue: REVENUE_KINDS[fund],
  }));
  definitions.sum(
    '财政拨款.本年收入',
    '本年财政拨款收入',
    names.map(({ revenue }) => `收入.${revenue}`),
  );
  definitions.sum(
    '财政拨款.年初结转和结余',
    '年初财政拨款结转和结余',
    names.map(({ name }) => `年初结转和结余.${name}`),
  );
  definitions.sum('财政拨款.收入总计', '财政拨款收入总计', ['财政拨款.本年收入', '财政拨款.年初结转和结余']);
  definitions.sum(
    '财政拨款.本年支出',
    '本年财政拨款支出',
    names.map(({ name }) => `支出.${name}.合计`),
  );
  definitions.sum(
    '财政拨款.年末结转和结余',
    '年末财政拨款结转和结余',
    names.map(({ name }) => `年末结转和结余.${name}`),
  );
  definitions.sum('财政拨款.支出总计', '财政拨款支出总计', ['财政拨款.本年支出', '财政拨款.年末结转和结余']);
  for (const { name, revenue } of names) {
    definitions.sum(`财政拨款.${name}.收入总计`, `${name}财政拨款收入总计`, [
      `收入.${revenue}`,
      `年初结转和结余.${name}`,
    ]);
    definitions.sum(`财政拨款.${name}.支出总计`, `${name}财政拨款支出总计`, [
      `支出.${name}.合计`,
      `年末结转和结余.${name}`,
    ]);
  }
}
