import { shortened, visibleText } from '../source/visible-text.ts';

/** A line of a report is no longer. */
const LONGEST = 2000;

/** Lines for a terminal: what values of the input hold is shown and never obeyed. */
export function lines(texts: readonly string[]): string {
  return texts.map((text) => `${shortened(visibleText(text), LONGEST)}\n`).join('');
}

/** A fault of the program with everything that its developers need. */
export function faultText(error: unknown): string {
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return lines(['程序出错（不是输入的问题），请把以下内容报告给开发者：', ...stack.split('\n')]);
}
