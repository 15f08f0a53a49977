import type { CheckSubject } from '../check.ts';
import type { BookletText } from './booklet-texts.ts';

/** What a finding quotes of the texts, which are checked where they stand. */
const QUOTED = /“[^”]*”/g;
/** No finding quotes a number as long as that of a person, an account or a telephone. */
const LONG_NUMBER = /\d(?:[ -]?\d){10}/;

/** What was written of decisions: why findings may stand, who decided, what was corrected. It is published, too. */
export function decisionTexts({ year: { accounts } }: CheckSubject): readonly BookletText[] {
  const { document, value } = accounts;
  return [
    ...value.waivers.flatMap(({ wording, reason, by }, index) => {
      const path = ['核对说明', index];
      return [
        { document, path, key: '内容', text: ownWords(wording) },
        { document, path, key: '理由', text: reason },
        { document, path, key: '决定人', text: by },
      ];
    }),
    ...value.publication.corrections.map(({ changes }, index) => ({
      document,
      path: ['公开', '更正', index],
      key: '内容',
      text: changes,
    })),
  ];
}

/** The quote of a finding without what that quotes itself: a slip of a text is not one of the quote as well. */
function ownWords(wording: string): string {
  return wording.replaceAll(QUOTED, (piece) =>
    LONG_NUMBER.test(piece) ? piece : `“${'□'.repeat(piece.length - 2)}”`,
  );
}
