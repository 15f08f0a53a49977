import { COMMANDS, HELP } from './commands.ts';
import { Refusal } from '../workspace/refusal.ts';
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

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (error instanceof WrongCommand) {
    process.stderr.write(`${error.message}\n用法见 mingbai --help\n`);
    process.exitCode = 2;
  } else if (error instanceof Refusal) {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 2;
  } else {
    process.stderr.write(
      `程序出错（不是输入的问题），请把以下内容报告给开发者：\n${error instanceof Error ? error.stack : String(error)}\n`,
    );
    process.exitCode = 70;
  }
}
