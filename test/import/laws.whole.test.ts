import { describe } from 'vitest';
import { itObeysTheLaws } from './support/laws.ts';

describe('the text of a generated booklet, taken in, is the booklet again:', () => {
  itObeysTheLaws(['xinjiang-2023', 'ministry-2024', 'f5-district'], 2);
});
