#!/usr/bin/env node
// Starts the command line on the Node of the lockfile, whatever Node is on the PATH.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { setInterval } from 'node:timers';
import { fileURLToPath } from 'node:url';
import { NODE_FLAGS } from './node-flags.js';
import { NO_NODE, nodeProgram } from './node-program.js';

const near = (path) => fileURLToPath(new URL(path, import.meta.url));

// The repository runs as it is written; the published package, where Node takes no TypeScript, has it as JavaScript.
const source = near('../src/cli/main.ts');
const program = existsSync(source) ? source : near('../lib/cli/main.js');
const node = nodeProgram(process, createRequire(import.meta.url).resolve);
if (node === undefined) {
  console.error(NO_NODE);
  process.exit(1);
}

// What is compiled once need not be compiled again; a folder of its own, or the one that the caller prefers.
const modules = program === source ? '../node_modules/' : '../../';
const NODE_COMPILE_CACHE = near(`${modules}.cache/mingbai`);

const flags = ['--disable-warning=ExperimentalWarning', ...NODE_FLAGS];
const child = spawn(node, [...flags, program, ...process.argv.slice(2)], {
  // The channel says nothing: it breaks when this process is killed, and the program ends with it.
  stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  env: { NODE_COMPILE_CACHE, ...process.env },
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
// npx passes a signal on to its shell, which dies of it and tells nobody: a preview would stay for ever.
const { ppid } = process;
const endWithParent = () => process.ppid !== ppid && child.kill('SIGTERM');
if (process.argv[2] === 'dev') setInterval(endWithParent, 300).unref();
child.on('error', (error) => {
  console.error(`无法启动 Node（${node}）：${error.message}\n${NO_NODE}`);
  process.exit(1);
});
child.on('exit', (code, signal) => {
  if (signal) {
    // Handled, it would be passed on to the child that has gone, and a build that was stopped would end with 0.
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  } else process.exit(code ?? 1);
});
