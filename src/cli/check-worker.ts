import { parentPort, workerData } from 'node:worker_threads';
import { checkPart, type CheckedShare } from '../compile/check-site.ts';
import type { FoundInUnit } from '../compile/checked-site.ts';
import type { RawFile } from '../source/source-file.ts';

/** What the thread tells: of each unit, when it is done with it, and in the end of all, what it found. */
export type CheckMessage = FoundInUnit | CheckedShare;

/** What a thread is given: its share of the units' files, and which packs all units use. */
export interface CheckShare {
  readonly files: readonly RawFile[];
  readonly used: ReadonlySet<string>;
}

/** The thread behind `checkInParallel`: checks its share of the units and hands back what it found. */
function work(tell: (message: CheckMessage) => void): void {
  const { files, used } = workerData as CheckShare;
  tell(checkPart(files, tell, used));
}

if (parentPort !== null) work(parentPort.postMessage.bind(parentPort));
