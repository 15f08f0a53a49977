import type { RawFile } from '../../src/source/source-file.ts';
import { textFile } from './project.ts';

/** Keys of the forms that hold money; scores have two decimals as well. */
const FORM_MONEY = /^(\s*(?:年初预算数|全年预算数|全年执行数): )(-?\d+\.\d{2})$/gm;
/** In the accounts everything with two decimals is money, but for the floor space. */
const ACCOUNTS_MONEY = /^(?!\s*(?:国有资产\.)?房屋面积)(\s+.+: |[^\s#].*: )(-?\d+\.\d{2})(?=\s*(?:#.*)?$)/gm;

/** A unit's files as they would be in 万元, every amount rounded for itself, as booklets are made. */
export function inTenThousands(files: readonly RawFile[], folder: string): readonly RawFile[] {
  return files.map((file) => {
    if (!file.path.startsWith(folder) || !/(accounts\.yaml|performance\/.*)$/.test(file.path)) return file;
    const money = file.path.endsWith('accounts.yaml') ? ACCOUNTS_MONEY : FORM_MONEY;
    const text = new TextDecoder()
      .decode(file.bytes)
      .replace(/^金额单位: 元$/m, '金额单位: 万元')
      .replaceAll(money, (_, key: string, amount: string) => key + rounded(amount));
    return textFile(file.path, text);
  });
}

/** `1234567.89` 元 as 万元 with two decimals, rounded half up. */
function rounded(yuan: string): string {
  const cents = BigInt(yuan.replace('.', '').replace('-', ''));
  const steps = String((cents + 5000n) / 10000n).padStart(3, '0');
  return `${yuan.startsWith('-') ? '-' : ''}${steps.slice(0, -2)}.${steps.slice(-2)}`;
}
