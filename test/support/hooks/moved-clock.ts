/** Loaded before the program (`node --import`): its clock is CLOCK_AHEAD milliseconds ahead, or behind if that is negative. */
const ahead = Number(process.env['CLOCK_AHEAD']);

class MovedDate extends Date {
  constructor(...given: readonly unknown[]) {
    super(...((given.length === 0 ? [MovedDate.now()] : given) as [number]));
  }

  static override now(): number {
    return super.now() + ahead;
  }
}

globalThis.Date = MovedDate as DateConstructor;
