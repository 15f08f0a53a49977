import type { APIRoute, GetStaticPaths } from 'astro';
import { columnStyles } from '../../../styles/column-styles.ts';
import { bookletPaths } from '../../../model.ts';

export const getStaticPaths = (() => bookletPaths()) satisfies GetStaticPaths;

/** Widths of the columns of a booklet's tables and forms. */
export const GET: APIRoute<ReturnType<typeof bookletPaths>[number]['props']> = ({ props }) =>
  new Response(columnStyles(props.booklet.render()), {
    headers: { 'content-type': 'text/css; charset=utf-8' },
  });
