import ora from 'ora';

/** Tells a person at a terminal how far the work is; says nothing where nobody watches. */
export interface Progress {
  /** What is being done now, e.g. `网页 12/34`. */
  show(text: string): void;
  /** Clears the line. */
  end(): void;
}

/** Progress on standard error, on one line that changes. */
export function openProgress(): Progress {
  const spinner = ora({
    stream: process.stderr,
    isEnabled: process.stderr.isTTY,
    isSilent: !process.stderr.isTTY,
  });
  return {
    show(text) {
      spinner.text = text;
      if (!spinner.isSpinning) spinner.start();
    },
    end() {
      spinner.stop();
    },
  };
}
