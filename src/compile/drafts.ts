import type { LoadedYear } from '../accounts/load-year.ts';
import { warning, type Diagnostic } from '../source/diagnostic.ts';
import { placeOfValue } from '../source/yaml.ts';
import type { CheckedSite } from './checked-site.ts';

const RULE = 'draft';

/** Says of a year that is not final that it is a draft. */
export function draftFindings({ accounts }: LoadedYear): readonly Diagnostic[] {
  const { draft } = accounts.value.publication;
  if (draft === undefined) return [];
  const message = `“稿本”写的是“${draft}”，不能作为正式的决算公开；征求意见时用 mingbai build --draft 生成带水印的稿子（核对用 mingbai check --draft），定稿后删去这一行`;
  return [warning(RULE, message, placeOfValue(accounts.document, ['公开', '稿本']))];
}

/**
 * What was found, as it counts for a site that is to be published: a draft in it is an error, which no decision accepts.
 * For a site of drafts it is told and no more.
 */
export function asPublished<S extends CheckedSite>(site: S): S {
  const diagnostics = site.diagnostics.map((finding): Diagnostic =>
    finding.rule === RULE ? { ...finding, severity: 'error' } : finding,
  );
  return { ...site, diagnostics };
}
