import { expect, it } from 'vitest';
import { pageStyles } from '../../src/site/print-pages.ts';

it('a title stays one text of the head of its pages, whatever signs it has', () => {
  const tables = [{ key: 'revenue', title: '甲"}\\\n乙</style>', orientation: 'portrait' }] as const;
  const styles = pageStyles({ parts: [], tables });
  // Quotation marks, backslashes and line ends by their codes, each with the blank that ends it.
  expect(styles).toContain(String.raw`content:"甲\22 }\5c \a 乙</style>"`);
});
