import { UNDISCLOSED } from '../../../accounts/disclosed.ts';
import { countUnfilled } from '../../../accounts/unfilled.ts';
import { note } from '../../../source/diagnostic.ts';
import { placeOfValue } from '../../../source/yaml.ts';
import type { Check } from '../../check.ts';

/** An approved total that is not disclosed satisfies what is asked for, and is listed: nothing was compared with it. */
export const undisclosedApproved: Check = {
  rule: 'undisclosed-approved',
  numbers: [],
  source: '公布的是批复的决算（财预〔2016〕143号）',
  summary: '列出写成“未公开”的批复数：这些数没有核对',
  run: ({ year, figures }) => {
    const { document, value } = year.accounts;
    // What is still to be filled in is not 未公开.
    if (countUnfilled(document) > 0) return [];
    const ids = Object.keys(value.approved).filter(
      (id) => value.approved[id] === UNDISCLOSED && figures.has(id),
    );
    const [first] = ids;
    if (first === undefined) return [];
    const message = `批复数写的是“未公开”，没有与批复表核对的有 ${ids.length} 个：${ids.map((id) => `“${id}”`).join('、')}`;
    return [note('undisclosed-approved', message, placeOfValue(document, ['批复数', first]))];
  },
};
