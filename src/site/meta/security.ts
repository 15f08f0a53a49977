import { createHash } from 'node:crypto';

/**
 * What a page may load: its own site's files, and nothing else. Said in the page itself, since a static host need not
 * send headers.
 *
 * @param inline what stands in script elements of the page itself: data, which browsers never run, but strict checkers
 *   ask for
 */
export function contentSecurityPolicy(inline: readonly string[]): string {
  const hashes = inline.map((text) => ` 'sha256-${createHash('sha256').update(text).digest('base64')}'`);
  return [
    "default-src 'none'",
    "style-src 'self'",
    `script-src 'self'${hashes.join('')}`,
    "img-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
  ].join('; ');
}
