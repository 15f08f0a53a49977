/** A command: its own help, and what it does; resolves to the exit code. */
export interface Command {
  readonly help: string;
  run(words: readonly string[]): Promise<number>;
}
