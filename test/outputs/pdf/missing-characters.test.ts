import { describe, expect, it } from 'vitest';
import { missingCharacters } from '../../../src/outputs/pdf/missing-characters.ts';

describe('missingCharacters', () => {
  it('finds nothing in what booklets are written with', async () => {
    const text =
      '昌吉回族自治州“三公”经费：¥513.95万元，占100.00%（见附表）—…·≥≤×÷℃㎡①②③ⅠⅡ\n\t\u3000\u00A0\u200B';
    expect(await missingCharacters(text)).toEqual([]);
  });

  it('names what no font has, each once, in order', async () => {
    expect(await missingCharacters('甲😀乙กก丙')).toEqual(['😀', 'ก']);
  });
});
