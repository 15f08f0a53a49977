/** Words that a form's template, a program or a hasty hand leaves behind. */
export interface LeftOver {
  /** Global. Bounded, so that a long text takes no longer than its length. */
  readonly pattern: RegExp;
  /** What it is and what to do, in Chinese. */
  readonly what: string | ((found: string) => string);
}

/** What is wrong with a stretch that a pattern found. */
export function whatIsWrong({ what }: LeftOver, found: string): string {
  return typeof what === 'string' ? what : what(found);
}
