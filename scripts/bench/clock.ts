import { readdirSync, readFileSync } from 'node:fs';

/** What a piece of work took, in milliseconds: the time that passed, and that of the processor. */
export interface Took {
  readonly passed: number;
  readonly processor: number;
}

/** Tells what work took that is done by this process and another with all that it has started, such as a browser. */
export class Clock {
  private readonly other: number;
  private before: Took;

  /** @param other the id of the other process */
  constructor(other: number) {
    this.other = other;
    this.before = this.now();
  }

  /** What was taken since the last time that it was asked. */
  lap(): Took {
    const { before } = this;
    this.before = this.now();
    const { passed, processor } = this.before;
    return { passed: passed - before.passed, processor: processor - before.processor };
  }

  private now(): Took {
    return { passed: performance.now(), processor: processorTime(this.other) };
  }
}

/** A tick of the kernel's clock, in milliseconds. */
const TICK = 10;

/** What a line of /proc tells of a process: its parent, and the ticks of it and of its children that have ended. */
interface Told {
  readonly parent: number;
  readonly own: number;
  readonly ended: number;
}

/**
 * The processor time, in milliseconds, of this process and of another with all that it has started: unlike the time that
 * passes, it hardly tells how busy the machine is. NaN where there is no /proc.
 */
function processorTime(other: number): number {
  const { user, system } = process.cpuUsage();
  const told = readAll();
  const root = told.get(other);
  if (root === undefined) return NaN;
  let ticks = root.ended;
  const open = [other];
  for (const id of open) {
    ticks += told.get(id)?.own ?? 0;
    for (const [kid, { parent }] of told) if (parent === id) open.push(kid);
  }
  return ticks * TICK + (user + system) / 1000;
}

function readAll(): ReadonlyMap<number, Told> {
  const told = new Map<number, Told>();
  for (const name of namesIn('/proc')) {
    const id = Number(name);
    const line = Number.isInteger(id) ? textOf(`/proc/${name}/stat`) : '';
    // The second field is a name in brackets, and may hold anything.
    const fields = line
      .slice(line.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    const [, parent = NaN] = fields;
    const [user = 0, system = 0, endedUser = 0, endedSystem = 0] = fields.slice(11);
    if (line !== '') told.set(id, { parent, own: user + system, ended: endedUser + endedSystem });
  }
  return told;
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** Empty where the process has ended meanwhile. */
function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
