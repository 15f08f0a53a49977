import { createInterface } from 'node:readline/promises';
import { Refusal } from '../../workspace/refusal.ts';

/** Somebody who answers questions on a terminal. */
export interface Dialogue {
  say(text: string): void;
  /** The next answer; throws a Refusal where there is none. */
  ask(prompt: string): Promise<string>;
  close(): void;
}

/** Talks with whoever sits before a terminal. */
export function openDialogue(input: NodeJS.ReadableStream, output: NodeJS.WritableStream): Dialogue {
  const lines = createInterface({ input, output });
  const ended = new Promise<never>((_, reject) => {
    lines.once('close', () => {
      reject(new Refusal('没有答完；没有写任何文件'));
    });
  });
  ended.catch(() => undefined);
  return {
    say: (text) => output.write(text),
    ask: (prompt) => Promise.race([lines.question(prompt), ended]),
    close: () => {
      lines.close();
    },
  };
}
