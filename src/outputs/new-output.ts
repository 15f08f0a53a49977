import { constants } from 'node:os';
import { openOutput, type OutputFolder } from '../workspace/output-folder.ts';

/** What tells a program to stop: somebody's hand, a supervisor, a terminal that is closed. */
const STOPS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Does a piece of work in a new output and puts that in the old one's place, or leaves no trace of it.
 *
 * @param out absolute path
 * @param onlyIfUnchanged whether to throw `OutputChanged` if another build has replaced the old output meanwhile
 */
export async function inNewOutput<T>(
  out: string,
  onlyIfUnchanged: boolean,
  work: (output: OutputFolder) => Promise<T>,
): Promise<T> {
  const output = openOutput(out);
  const stop = (signal: (typeof STOPS)[number]): void => {
    output.discard();
    process.exit(128 + constants.signals[signal]);
  };
  for (const signal of STOPS) process.once(signal, stop);
  try {
    const result = await work(output);
    output.commit(onlyIfUnchanged);
    return result;
  } catch (error) {
    output.discard();
    throw error;
  } finally {
    for (const signal of STOPS) process.off(signal, stop);
  }
}
