import type { Booklet } from '../compile/booklet.ts';
import type { Site } from '../compile/compile-site.ts';
import type { UnitSummary } from './unit-summary.ts';

/** How a preview's pages stand to the input as it is now. */
export interface PreviewState {
  /** The booklets are older than the input: it has errors, or the program failed on it. */
  readonly stale: boolean;
  /** How the program failed on it, with its stack. */
  readonly failure?: string;
}

/** What the command that runs Astro hands to the pages. */
export interface SiteHandover {
  /** The booklets whose pages are made. */
  readonly site: Pick<Site, 'settings' | 'units' | 'diagnostics'>;
  /** All booklets that the site will have, those too whose pages stay as they are; those of `site` if not given. */
  readonly units?: readonly UnitSummary[];
  /** Booklets whose pages stay as they are, and say what these say: the year after them leads to their figures. */
  readonly lastYears?: readonly Booklet[];
  /** A preview shows all findings on its pages, and has no files to download; undefined for a site to be published. */
  readonly preview?: PreviewState | undefined;
  /** Whether each booklet of `site` has its PDF. */
  readonly pdf: boolean;
}

/**
 * Astro bundles the pages, and with them a copy of every module they import; a global is the one thing that both
 * copies share. It makes sure that the pages show exactly what was checked.
 */
const KEY = Symbol.for('mingbai.handover');

type Global = typeof globalThis & { [KEY]?: SiteHandover };

/** Hands a compiled site to the pages. */
export function handOver(handover: SiteHandover): void {
  (globalThis as Global)[KEY] = handover;
}

/** The site that was handed over. Throws when pages are rendered by anything but this program's commands. */
export function takeHandover(): SiteHandover {
  const handover = (globalThis as Global)[KEY];
  if (handover === undefined)
    throw new Error('no site was handed over; run `mingbai build` or `mingbai dev`, not astro itself');
  return handover;
}
