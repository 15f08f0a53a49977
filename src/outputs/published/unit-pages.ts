import { hash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SiteSettings } from '../../accounts/schema/site.ts';
import type { UnitSummary } from '../../summary/unit-summary.ts';
import type { UnitCache } from '../cache/unit-cache.ts';

/** What the page of a unit, with all its years, is made of beside the unit's summary. */
export interface AroundUnit {
  readonly settings: SiteSettings;
  readonly pdf: boolean;
  /** Whether some unit of the site has a draft. */
  readonly drafts: boolean;
}

/** The pages that each unit has one of, each a function of the unit's summary and of what is around: those that are known. */
export class UnitPages {
  private readonly cache: UnitCache | undefined;
  private readonly around: string;
  /** Names of units whose pages had to be made, each with what its page is known by. */
  private readonly missing: (readonly [slug: string, key: string])[] = [];

  /** @param cache where they are kept from one build to the next, if they are */
  constructor(cache: UnitCache | undefined, { settings, pdf, drafts }: AroundUnit) {
    this.cache = cache;
    this.around = JSON.stringify([settings, pdf, drafts]);
  }

  /** Writes those that are known into a site; gives their paths, such as `/unit/`. */
  async restore(units: readonly UnitSummary[], siteRoot: string): Promise<ReadonlySet<string>> {
    const written = new Set<string>();
    for (const unit of this.cache === undefined ? [] : units) {
      const key = hash('sha256', JSON.stringify([this.around, unit]));
      const known = (await this.cache?.noted('unit page', key)) as { readonly html: string } | undefined;
      if (known === undefined) {
        this.missing.push([unit.slug, key]);
        continue;
      }
      await mkdir(join(siteRoot, unit.slug), { recursive: true });
      await writeFile(pageOf(unit.slug, siteRoot), known.html);
      written.add(`/${unit.slug}/`);
    }
    return written;
  }

  /** Keeps the others, which stand in the site by now. */
  async keep(siteRoot: string): Promise<void> {
    for (const [slug, key] of this.missing)
      await this.cache?.note({ html: await readFile(pageOf(slug, siteRoot), 'utf8') }, 'unit page', key);
  }
}

function pageOf(slug: string, siteRoot: string): string {
  return join(siteRoot, slug, 'index.html');
}
