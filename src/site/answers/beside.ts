import type { SiteSettings } from '../../accounts/schema/site.ts';

/** A page beside a booklet's own text. */
export interface BesidePage {
  /** The last steps of its address. */
  readonly name: string;
  readonly title: string;
}

/** Pages that answer what citizens ask of a booklet. */
export const ANSWERS = {
  threePublic: { name: 'answers/three-public', title: '“三公”经费' },
  performance: { name: 'answers/performance', title: '项目绩效' },
  compare: { name: 'compare', title: '与上年对比' },
} as const satisfies Readonly<Record<string, BesidePage>>;

/** The page on the checks of a booklet, which not every site has. */
export const CHECKS: BesidePage = { name: 'checks', title: '核对情况' };

/** Pages that say what stands behind a booklet. */
export function behindPages({ checks }: Pick<SiteSettings, 'checks'>): readonly BesidePage[] {
  return [{ name: 'figures', title: '数字出处' }, ...(checks ? [CHECKS] : [])];
}

/** All pages beside a booklet's own text, in the order in which they are offered. */
export function besidePages(settings: Pick<SiteSettings, 'checks'>): readonly BesidePage[] {
  return [...Object.values(ANSWERS), ...behindPages(settings)];
}
