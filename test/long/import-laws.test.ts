import { describe } from 'vitest';
import { itObeysTheLaws, LAW_PACKS } from '../import/support/laws.ts';

describe('the text of a generated booklet, taken in, is the booklet again:', () => {
  itObeysTheLaws(LAW_PACKS, 30);
});
