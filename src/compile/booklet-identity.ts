import type { Booklet } from './booklet.ts';

/** By what catalogues know a booklet. */
export interface BookletIdentity {
  /** Names it among all of a site: the body's folder and the year. */
  readonly identifier: string;
  readonly keywords: readonly string[];
  /** 1 as it was first published, then that of its last correction. */
  readonly edition: number;
}

/** By what catalogues know a booklet, whatever form of it they list. */
export function identityOf({ slug, year, unit, publication }: Booklet): BookletIdentity {
  return {
    identifier: `${slug}-${year}`,
    keywords: ['部门决算', unit.name, `${year}年度`],
    edition: publication.corrections.at(-1)?.edition ?? 1,
  };
}
