import { describe, expect, it } from 'vitest';
import { realFiles, textFile, textOf } from '../support/project.ts';
import { accountFindings } from '../checks/accounts/subject.ts';

const FILE = 'content/units/demo-bureau/2023/accounts.yaml';

interface Slip {
  readonly line: number;
  readonly text: string;
}

/** Each number of the accounts changed for itself: amounts by 0.02 元, counts by two. */
function slips(text: string): readonly Slip[] {
  const lines = text.split('\n');
  return lines.flatMap((line, index) => {
    const [whole = '', key = '', number = '', decimals] = /^([^#]*: )(\d+(\.\d\d)?)(?=\s|$)/.exec(line) ?? [];
    if (number === '' || line.startsWith('年度')) return [];
    const changed = decimals === undefined ? String(Number(number) + 2) : plusTwoCents(number);
    const edited = key + changed + line.slice(whole.length);
    return [
      { line: index + 1, text: [...lines.slice(0, index), edited, ...lines.slice(index + 1)].join('\n') },
    ];
  });
}

function plusTwoCents(amount: string): string {
  const cents = String(BigInt(amount.replace('.', '')) + 2n).padStart(3, '0');
  return `${cents.slice(0, -2)}.${cents.slice(-2)}`;
}

describe('a slip of two cents', () => {
  it('is found wherever a second figure says something of the number', async () => {
    // The forms have checks of their own, and the earlier years are not compared with each other here.
    const files = (await realFiles('demo-bureau')).filter(
      ({ path }) => !/performance|\/(2020|2021)\//.test(path),
    );
    const text = textOf(files, FILE).replaceAll(/^\s*绩效\..*\n/gm, '');
    const all = slips(text);
    const unnoticed = all.filter((slip) => {
      const changed = files.map((file) => (file.path === FILE ? textFile(FILE, slip.text) : file));
      const found = accountFindings(changed, 2023);
      return !found.some(({ severity, place }) => severity !== 'note' && place.file === FILE);
    });
    expect(all.length).toBeGreaterThan(250);
    expect(unnoticed.map(({ line }) => line)).toEqual([]);
  });
});
