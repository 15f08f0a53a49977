import { readFileSync } from 'node:fs';

/** What stands for the beginning of a process where the system does not tell it. */
const UNKNOWN = '0';

/** What tells a process from a later one that was given the same number: its number and when it began, `4711-90210`. */
export function identityOf(pid: number): string {
  return `${pid}-${stateOf(pid)?.began ?? UNKNOWN}`;
}

/** The number of the process that runs under an identity; undefined if it is gone, or if this is no identity. */
export function runningAs(identity: string): number | undefined {
  const [, number, began] = /^(\d+)-(\d+)$/.exec(identity) ?? [];
  const pid = Number(number);
  if (number === undefined || !exists(pid)) return undefined;
  const state = stateOf(pid);
  if (state === undefined) return pid;
  return state.ended || (began !== UNKNOWN && began !== state.began) ? undefined : pid;
}

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // A process of another user cannot be signalled, but it is there.
    return !(error instanceof Error && 'code' in error && error.code === 'ESRCH');
  }
}

/** What the system tells of a process; undefined where there is no /proc, as on other systems than Linux. */
function stateOf(pid: number): { readonly began: string; readonly ended: boolean } | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    // Counted behind the program's name, which stands in brackets and may hold anything: proc_pid_stat(5), fields 3 and 22.
    const words = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return { began: words[19] ?? UNKNOWN, ended: words[0] === 'Z' || words[0] === 'X' };
  } catch {
    return undefined;
  }
}
