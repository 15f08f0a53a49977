import { parentPort, workerData } from 'node:worker_threads';
import { checkSite } from '../compile/check-site.ts';
import type { RawFile } from '../source/source-file.ts';

/** The thread behind `checkInParallel`: checks its share of the units and hands back what it found. */
parentPort?.postMessage(checkSite(workerData as readonly RawFile[]));
