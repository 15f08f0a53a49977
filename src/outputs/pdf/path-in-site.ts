import native, { type PlatformPath } from 'node:path';

/**
 * The file of the site that a page on a disk asks for: `/styles/print.css` is one of the site's root, wherever the site lies
 * (on Windows the browser puts the page's drive before it), and so is what already lies within it.
 *
 * @param asked absolute path that the browser asks for
 * @param siteRoot absolute path of the output folder
 * @param paths how the system writes paths
 */
export function pathInSite(asked: string, siteRoot: string, paths: PlatformPath = native): string {
  const inside = paths.relative(siteRoot, asked);
  if (!inside.startsWith('..') && !paths.isAbsolute(inside)) return asked;
  return paths.join(siteRoot, asked.slice(paths.parse(asked).root.length));
}
