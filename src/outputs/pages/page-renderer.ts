import { pathToFileURL } from 'node:url';
import {
  StaticPaths,
  type PathWithRoute,
  type StaticPathsApp,
} from 'astro/runtime/prerender/static-paths.js';
import { handOver, type SiteHandover } from '../../summary/handover.ts';
import type { PageBundle } from './page-bundle.ts';

/** A file of the site that Astro's pages make: a page, a list for machines, a stylesheet. */
export interface RenderedFile {
  /** From the site's root, with `/` between the parts. */
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly isPage: boolean;
}

/** Which pages: those of single booklets, those over many, or all. */
export type PageKind = 'of booklets' | 'over booklets' | 'all';

/** Renders pages of whatever is handed over. */
export interface PageRenderer {
  /**
   * All pages of a kind, one after the other, in the order of their addresses: those of a booklet come in a row. One call
   * at a time: the site is handed over to the pages by a global.
   *
   * @param wanted whether a page is to be made, by its path such as `/` or `/unit/2023/`; all are if it is not given
   */
  render(
    handover: SiteHandover,
    kind: PageKind,
    wanted?: (path: string) => boolean,
  ): AsyncIterable<RenderedFile>;
}

/** What the bundle's module gives: Astro's own application, as its builds use it. */
interface Application extends StaticPathsApp {
  setInternals(internals: object): void;
  setOptions(options: object): void;
  render(request: Request, options: { readonly routeData: PathWithRoute['route'] }): Promise<Response>;
}

/** Of a booklet is what has a year of a unit in its address. */
const OF_BOOKLET = ['unit', 'year'];

/** Relative addresses alone are made of it. */
const ORIGIN = 'http://localhost';

/** Opens the renderer of a bundle: a second or so, once in each thread that renders. */
export async function openRenderer({ entry }: PageBundle): Promise<PageRenderer> {
  const { app } = (await import(pathToFileURL(entry).href)) as { readonly app: Application };
  // What a build of Astro tells its application: pages here have no styles and scripts but those that they name.
  app.setInternals({ pagesByKeys: new Map() });
  app.setOptions({
    settings: { scripts: [] },
    logger: { options: { destination: { write: () => undefined } } },
  });
  return {
    async *render(handover, kind, wanted = () => true) {
      handOver(handover);
      for (const { pathname, route } of await pathsOf(app, kind)) {
        if (!wanted(pathname)) continue;
        const request = new Request(new URL(pathname, ORIGIN));
        const response = await app.render(request, { routeData: route });
        yield {
          path: fileOf(pathname, route),
          bytes: new Uint8Array(await response.arrayBuffer()),
          isPage: route.type === 'page',
        };
      }
    },
  };
}

/** The addresses of pages: what Astro knew of them belonged to what was handed over before. */
async function pathsOf(app: Application, kind: PageKind): Promise<readonly PathWithRoute[]> {
  app.routeCache?.clearAll();
  const routes = app.manifest.routes.filter(({ routeData }) => {
    const ofBooklet = OF_BOOKLET.every((param) => routeData.params.includes(param));
    return kind === 'all' || ofBooklet === (kind === 'of booklets');
  });
  const { routeCache } = app;
  const getComponentByRoute: StaticPathsApp['getComponentByRoute'] = (route) =>
    app.getComponentByRoute?.(route) ?? Promise.reject(new Error('no component'));
  const known = {
    manifest: { ...app.manifest, routes },
    getComponentByRoute,
    ...(routeCache && { routeCache }),
  };
  const paths = await new StaticPaths(known).getAll();
  return paths
    .map(({ pathname, route }) => ({ pathname: addressOf(pathname, route), route }))
    .toSorted((a, b) => (a.pathname < b.pathname ? -1 : Number(a.pathname > b.pathname)));
}

/** A page's address ends in a slash, however Astro lists it. */
function addressOf(pathname: string, { type }: PathWithRoute['route']): string {
  return type === 'page' && !pathname.endsWith('/') ? `${pathname}/` : pathname;
}

/** The file that a static host sends for an address: what is no page has its own name. */
function fileOf(pathname: string, { type }: PathWithRoute['route']): string {
  return type === 'page' ? `${pathname}index.html`.slice(1) : pathname.replace(/^\/|\/$/g, '');
}
