import { takeHandover } from '../compile/handover.ts';
import type { Booklet, SiteUnit } from '../compile/compile-site.ts';
import type { BookletDocument } from '../document/booklet-document.ts';
import { hasErrors, type Diagnostic } from '../source/diagnostic.ts';

/** A booklet with the unit it belongs to. */
export interface BookletEntry {
  readonly unit: SiteUnit;
  readonly booklet: Booklet;
}

const rendered = new WeakMap<Booklet, BookletDocument>();

/** All units that have a booklet. */
export function units(): readonly SiteUnit[] {
  return takeHandover().site.units.filter((unit) => unit.booklets.length > 0);
}

/** All booklets of all units. */
export function booklets(): readonly BookletEntry[] {
  return units().flatMap((unit) => unit.booklets.map((booklet) => ({ unit, booklet })));
}

/** Addresses and props of the pages that every booklet has one of. */
export function bookletPaths(): { params: { unit: string; year: string }; props: BookletEntry }[] {
  return booklets().map((entry) => ({
    params: { unit: entry.unit.slug, year: String(entry.booklet.year) },
    props: entry,
  }));
}

/** The typeset booklet, made once for all its pages. */
export function documentOf(booklet: Booklet): BookletDocument {
  const done = rendered.get(booklet) ?? typeset(booklet);
  rendered.set(booklet, done);
  return done;
}

/** Findings that the preview shows on every page; empty in a published site. */
export function visibleDiagnostics(): readonly Diagnostic[] {
  const { site, showDiagnostics } = takeHandover();
  return showDiagnostics ? site.diagnostics : [];
}

/** The preview of a booklet that cannot be typeset is an empty one; the findings beside it say why. */
function typeset(booklet: Booklet): BookletDocument {
  try {
    return booklet.render();
  } catch (cause) {
    if (!hasErrors(visibleDiagnostics())) throw cause;
    return { title: `${booklet.unit.name}${booklet.year}年度`, parts: [], tables: [], forms: [] };
  }
}
