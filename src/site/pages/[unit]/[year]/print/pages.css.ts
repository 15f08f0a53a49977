import type { APIRoute, GetStaticPaths } from 'astro';
import { bookletPaths } from '../../../../model.ts';
import { pageStyles } from '../../../../styles/print-pages.ts';

export const getStaticPaths = (() => bookletPaths()) satisfies GetStaticPaths;

/** Heads of a booklet's printed pages. */
export const GET: APIRoute<ReturnType<typeof bookletPaths>[number]['props']> = ({ props }) =>
  new Response(pageStyles(props.booklet.render()), {
    headers: { 'content-type': 'text/css; charset=utf-8' },
  });
