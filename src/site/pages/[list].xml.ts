import type { APIRoute, GetStaticPaths } from 'astro';
import { hasDrafts, settings } from '../model.ts';
import { feed, sitemap } from '../hub/site-lists.ts';

const LISTS = { sitemap, feed } as const;

/** Both lists name pages by their full addresses: a site that does not say where it stands has none, nor has one of drafts. */
export const getStaticPaths = (() => {
  const { address } = settings();
  return address === undefined || hasDrafts()
    ? []
    : Object.keys(LISTS).map((list) => ({ params: { list }, props: { address } }));
}) satisfies GetStaticPaths;

/** sitemap.xml for search engines, feed.xml for those who want to hear of new booklets. */
export const GET: APIRoute<{ address: string }> = async ({ params, props }) =>
  new Response(await LISTS[params['list'] as keyof typeof LISTS](props.address), {
    headers: { 'content-type': 'application/xml; charset=utf-8' },
  });
