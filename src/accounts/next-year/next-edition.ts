import { editYaml } from '../../source/writer/edit-yaml.ts';
import type { YamlEdit } from '../../source/writer/edits.ts';
import { isMap, valueAt, valueOf, type YamlValue } from '../../source/writer/value.ts';
import type { YamlDocument } from '../../source/yaml.ts';
import { TO_FILL } from '../unfilled.ts';

const PUBLICATION = '公开';
const CORRECTIONS = [PUBLICATION, '更正'];
const EDITION = '版次';

/** What a year's accounts say of their edition. */
export interface StatedEdition {
  /** 1 where nothing was corrected yet. */
  readonly edition: number;
  /** What they are called while they are not final. */
  readonly draft?: string;
}

/** Which edition a year's `accounts.yaml` is; undefined where 公开 is not written as the schema has it. */
export function statedEdition({ root }: YamlDocument): StatedEdition | undefined {
  const value = valueOf(root);
  const publication = valueAt(value, [PUBLICATION]) ?? new Map();
  if (!isMap(publication)) return undefined;
  const draft = publication.get('稿本');
  const corrections = publication.get('更正') ?? [];
  if (!Array.isArray(corrections)) return undefined;
  const last: YamlValue | undefined = corrections.at(-1);
  const edition = last === undefined ? 1 : Number(isMap(last) ? last.get(EDITION) : NaN);
  if (!Number.isInteger(edition)) return undefined;
  return { edition, ...(typeof draft === 'string' && { draft }) };
}

/**
 * The text of `accounts.yaml` with the correction that makes it the edition, its day and what it changed still to be filled
 * in; nothing else in it changes.
 *
 * @param document one of which `statedEdition` knows the edition
 */
export function withCorrection(document: YamlDocument, edition: number): string {
  const correction = new Map([
    [EDITION, String(edition)],
    ['日期', TO_FILL],
    ['内容', TO_FILL],
  ]);
  return editYaml(document.source.text, [addition(valueOf(document.root), correction)]);
}

function addition(accounts: YamlValue, correction: YamlValue): YamlEdit {
  if (valueAt(accounts, CORRECTIONS) !== undefined) return { do: 'add', at: CORRECTIONS, value: correction };
  if (valueAt(accounts, [PUBLICATION]) !== undefined) return { do: 'set', at: CORRECTIONS, to: [correction] };
  return {
    do: 'insert',
    at: [],
    key: PUBLICATION,
    value: new Map([['更正', [correction]]]),
    place: { order: ['年度', '金额单位', '模板', PUBLICATION] },
  };
}
