import { parentPort, workerData } from 'node:worker_threads';
import { checkPart, type CheckedPart } from '../compile/check-site.ts';
import type { RawFile } from '../source/source-file.ts';

/** What the thread tells: that it is done with a unit, in the end what it found. */
export type CheckMessage = 'unit' | CheckedPart;

/** The thread behind `checkInParallel`: checks its share of the units and hands back what it found. */
function work(tell: (message: CheckMessage) => void): void {
  tell(checkPart(workerData as readonly RawFile[], () => tell('unit')));
}

if (parentPort !== null) work(parentPort.postMessage.bind(parentPort));
