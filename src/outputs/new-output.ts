import { constants } from 'node:os';
import { openOutput, OutputChanged, type OutputFolder } from '../workspace/output-folder.ts';

/** What tells a program to stop: somebody's hand, a supervisor, a terminal that is closed. */
const STOPS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** What of the old output stands in the new one as it is. */
export interface TakenOver {
  /** Its folders, from the root of the output. */
  readonly folders: readonly string[];
  /** Puts it there from elsewhere; false if that cannot be done. */
  putThere(): Promise<boolean>;
}

/**
 * Does a piece of work in a new output and puts that in the old one's place, or leaves no trace of it.
 *
 * @param out absolute path
 * @param onlyIfUnchanged whether to throw `OutputChanged` if another build has replaced the old output meanwhile
 * @param takenOver asked when the work is done
 */
export async function inNewOutput<T>(
  out: string,
  onlyIfUnchanged: boolean,
  work: (output: OutputFolder) => Promise<T>,
  takenOver: () => TakenOver | undefined = () => undefined,
): Promise<T> {
  const output = openOutput(out);
  const stop = (signal: (typeof STOPS)[number]): void => {
    output.discard();
    process.exit(128 + constants.signals[signal]);
  };
  for (const signal of STOPS) process.once(signal, stop);
  try {
    const result = await work(output);
    await commit(output, onlyIfUnchanged, takenOver());
    return result;
  } catch (error) {
    output.discard();
    throw error;
  } finally {
    for (const signal of STOPS) process.off(signal, stop);
  }
}

/** Where another build has replaced the old output, what was to be taken from there comes from elsewhere. */
async function commit(
  output: OutputFolder,
  onlyIfUnchanged: boolean,
  taken: TakenOver | undefined,
): Promise<void> {
  try {
    output.commit(onlyIfUnchanged, taken?.folders);
  } catch (error) {
    if (taken === undefined || !(error instanceof OutputChanged)) throw error;
    if (!(await taken.putThere())) throw error;
    output.finish();
    output.commit(onlyIfUnchanged);
  }
}
