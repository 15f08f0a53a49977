import { spawnSync } from 'node:child_process';

/** What a command took: processor time of it and all that it started, and time on the clock, in seconds. */
export interface Cost {
  readonly cpu: number;
  readonly clock: number;
}

/**
 * Runs a command as a user does.
 *
 * @param folder in which it runs; the one of this process if it is not given
 * @throws Error with what the command said, if it failed
 */
export function costOf(program: string, words: readonly string[], folder?: string): Cost {
  const start = performance.now();
  const timed = ['-c', 'TIMEFORMAT="%U %S"; time "$0" "$@" > /dev/null', program, ...words];
  const { status, stderr, stdout } = spawnSync('bash', timed, {
    ...(folder !== undefined && { cwd: folder }),
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  if (status !== 0) throw new Error(`${program} ${words.join(' ')}\n${stdout}${stderr}`);
  const [user = NaN, system = NaN] = (stderr.trim().split('\n').at(-1) ?? '').split(' ').map(Number);
  return { cpu: user + system, clock: (performance.now() - start) / 1000 };
}

/** The words that hold a command, and all that it starts, to one processor: a tool of Linux. */
export const ON_ONE_PROCESSOR = ['taskset', '-c', '0'] as const;

/** Prints a cost, and how much it is of another. */
export function tell(name: string, { cpu, clock }: Cost, than?: readonly [other: Cost, name: string]): void {
  const ratio = than === undefined ? '' : `, ${(cpu / than[0].cpu).toFixed(3)} of ${than[1]}`;
  console.log(
    `${name.padEnd(34)} ${cpu.toFixed(1).padStart(7)} s CPU, ${clock.toFixed(1).padStart(7)} s${ratio}`,
  );
}
