import { COMMANDS, HELP } from './commands.ts';
import { Refusal } from '../workspace/refusal.ts';
import { systemRefusal } from '../workspace/system-refusal.ts';
import { faultText, lines } from './lines.ts';
import { WrongCommand } from './wrong-command.ts';

/** Runs one command; a wrong command is exit code 2, and anything unforeseen shows its stack. */
async function main(words: readonly string[]): Promise<number> {
  const [name, ...rest] = words;
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

/** Tells what went wrong: of a wrong command or a refusal one sentence, of a fault of the program everything. */
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

// Whoever reads the output, `head` or a pager, may have read enough: what is left is for nobody.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

// Whoever started the program may be killed without a chance to pass that on.
process.channel?.unref();
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  process.exitCode = report(error);
}
