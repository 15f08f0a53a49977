import { visibleText } from '../source/visible-text.ts';

/** Tells a person at a terminal how far the work is; says nothing where nobody watches. */
export interface Progress {
  /** What is being done now, e.g. `网页 12/34`. */
  show(text: string): void;
  /** Clears the line. */
  end(): void;
}

/** Progress on standard error, on one line that changes. */
export async function openProgress(): Promise<Progress> {
  // A terminal that says it has no columns, as in some containers, would make the library clear lines for ever.
  const watched = process.stderr.isTTY && process.stderr.columns > 0;
  if (!watched) return { show: () => undefined, end: () => undefined };
  const { default: ora } = await import('ora');
  const spinner = ora({ stream: process.stderr });
  return {
    show(text) {
      spinner.text = visibleText(text);
      if (!spinner.isSpinning) spinner.start();
    },
    end() {
      spinner.stop();
    },
  };
}
