import { z } from 'zod';
import { EDITOR_FORMS } from '../accounts/schema/editor-forms.ts';
import { issueOf } from '../accounts/schema/issue.ts';

/** Keys are steps of addresses and names of files, on every system. */
const FORM = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;
const LONGEST = 40;

/** Pages and folders that stand beside a booklet's parts whatever its pack. */
const TAKEN: ReadonlySet<string> = new Set(['answers', 'checks', 'compare', 'embed', 'figures', 'print']);

const words = `应只含小写字母、数字和连字符，以字母开头，不超过 ${LONGEST} 个字符，例如 overview`;

function key(taken: ReadonlySet<string>) {
  return z
    .string()
    .check(({ value, issues }) => {
      const shown = value.slice(0, LONGEST);
      const message = taken.has(value)
        ? `“${shown}”是网站自己的页面，不能作键；请换一个`
        : `“${shown}”不能作键：${words}`;
      if (taken.has(value) || value.length > LONGEST || !FORM.test(value))
        issues.push(issueOf({ rule: 'bad-name', message }, value));
    })
    .register(EDITOR_FORMS, { type: ['string'], pattern: FORM.source, errorMessage: words });
}

/** Names a part of a booklet: the last step of its page's address. */
export const partKey = key(TAKEN);

/** Names a table by what it holds: its file under tables/, its data files, `data-table` on the pages. */
export const tableKey = key(new Set());
