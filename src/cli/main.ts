import { runCommand } from './run-command.ts';

// Whoever reads the output, `head` or a pager, may have read enough: what is left is for nobody.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

// Whoever started the program may be killed without a chance to pass that on.
process.channel?.unref();
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));

process.exitCode = await runCommand(process.argv.slice(2));
