import { vi } from 'vitest';
import { runCommand } from '../../src/cli/run-command.ts';

/** What a command printed and how it ended. */
export interface Outcome {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command within the test's own process, which has its modules loaded and is many times quicker. */
export async function runHere(words: readonly string[]): Promise<Outcome> {
  const written = { stdout: '', stderr: '' };
  const spies = (['stdout', 'stderr'] as const).map((stream) =>
    vi.spyOn(process[stream], 'write').mockImplementation((text) => {
      written[stream] += String(text);
      return true;
    }),
  );
  try {
    return { status: await runCommand(words), ...written };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}
