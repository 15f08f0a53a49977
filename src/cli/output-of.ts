import { resolve } from 'node:path';

/** Where a command writes a site: drafts by default beside the site that is published, so that neither takes the other's place. */
export function outputOf(root: string, out: string | undefined, draft: boolean): string {
  return out === undefined ? resolve(root, draft ? 'dist-draft' : 'dist') : resolve(out);
}
