import { COMMANDS, HELP } from './commands.ts';
import { Refusal } from '../workspace/refusal.ts';
import { programVersion } from '../workspace/program.ts';
import { systemRefusal } from '../workspace/system-refusal.ts';
import { faultText, lines } from './lines.ts';
import { WrongCommand } from './wrong-command.ts';

/**
 * Runs one command, as it was typed behind `mingbai`, and resolves to its exit code: 2 for a wrong command or a refusal, of
 * which one sentence is told on standard error, 70 for a fault of the program, of which everything is.
 */
export async function runCommand(words: readonly string[]): Promise<number> {
  try {
    return await run(words);
  } catch (error) {
    return report(error);
  }
}

async function run(words: readonly string[]): Promise<number> {
  const [name, ...rest] = words;
  if (asksForVersion(words)) {
    process.stdout.write(`${programVersion()}\n`);
    return 0;
  }
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    process.stdout.write(HELP);
    return name === undefined ? 2 : 0;
  }
  const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (load === undefined)
    throw new WrongCommand(`没有“${name}”这个命令；可用的命令：${Object.keys(COMMANDS).join('、')}`);
  const command = await load();
  if (rest.includes('--help') || rest.includes('-h')) {
    process.stdout.write(command.help);
    return 0;
  }
  return command.run(rest);
}

/** Before any command, wherever among the options it stands. */
function asksForVersion(words: readonly string[]): boolean {
  return words[0]?.startsWith('-') === true && words.some((word) => word === '--version' || word === '-v');
}

function report(error: unknown): number {
  const refusal = error instanceof Refusal ? error : systemRefusal(error);
  if (error instanceof WrongCommand) process.stderr.write(lines([error.message, '用法见 mingbai --help']));
  else if (refusal !== undefined) process.stderr.write(lines(refusal.message.split('\n')));
  else {
    process.stderr.write(faultText(error));
    return 70;
  }
  return 2;
}
