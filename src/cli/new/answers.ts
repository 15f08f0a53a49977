import { visibleText } from '../../source/visible-text.ts';
import { WrongCommand } from '../wrong-command.ts';
import type { Dialogue } from './dialogue.ts';

/** An answer as it was understood, or a Chinese clause that says why it was not. */
export type Read<T> = { readonly value: T } | { readonly why: string };

/** Something that a command has to know: by its option, or asked for on a terminal. */
export interface Question<T> {
  readonly option: string;
  /** What is to be written behind the option, for messages. */
  readonly operand: string;
  readonly prompt: string;
  /** What is there to choose from, with what each means. */
  readonly choices?: readonly { readonly word: string; readonly means?: string }[];
  read(answer: string): Read<T>;
}

/** Answers from a command's options and, for what they leave open, from whoever sits before the terminal. */
export class Answers {
  /** Options that are needed and were not given, as they are to be written. */
  readonly missing: string[] = [];
  private readonly given: Readonly<Record<string, unknown>>;
  private readonly dialogue: Dialogue | undefined;

  constructor(given: Readonly<Record<string, unknown>>, dialogue: Dialogue | undefined) {
    this.given = given;
    this.dialogue = dialogue;
  }

  /** Whether an option was given. */
  has(option: string): boolean {
    return this.given[option] !== undefined;
  }

  /** Whether an option was given and says something else. */
  contradicts(option: string, known: string): boolean {
    return this.has(option) && this.given[option] !== known;
  }

  /** Tells whoever sits before the terminal. */
  say(text: string): void {
    this.dialogue?.say(`${visibleText(text)}\n`);
  }

  /** The answer; undefined where nobody gives one, which is then listed as missing. */
  async to<T>(question: Question<T>): Promise<T | undefined> {
    const given = this.given[question.option];
    if (typeof given === 'string') {
      const read = question.read(given.trim());
      if ('why' in read) throw new WrongCommand(`--${question.option} ${read.why}`);
      return read.value;
    }
    if (this.dialogue !== undefined) return ask(question, this.dialogue);
    this.missing.push(`--${question.option} ${question.operand}`);
    return undefined;
  }
}

async function ask<T>({ prompt, choices = [], read }: Question<T>, dialogue: Dialogue): Promise<T> {
  dialogue.say(`\n${prompt}\n`);
  choices.forEach(({ word, means }, index) => {
    dialogue.say(`  ${index + 1}  ${word}${means === undefined ? '' : `    ${means}`}\n`);
  });
  for (;;) {
    const answer = (await dialogue.ask(choices.length > 0 ? '写序号：' : '> ')).trim();
    const chosen = /^\d+$/.test(answer) ? choices[Number(answer) - 1]?.word : undefined;
    const result = read(chosen ?? answer);
    if ('value' in result) return result.value;
    dialogue.say(`${visibleText(result.why)}\n`);
  }
}

/** Reads one of several words. */
export function oneOf<T extends string>(words: readonly T[]): (answer: string) => Read<T> {
  return (answer) => {
    const value = words.find((word) => word === answer);
    return value === undefined ? { why: `可以写的有：${words.join('、')}，不能是“${answer}”` } : { value };
  };
}
