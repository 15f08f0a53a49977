/**
 * `npm run bench [topic] [number]`: measures what the program promises about time and sizes, on invented content of any
 * amount. Without a topic all are measured, each in a process of its own; the files in bench/ say what they print.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { NODE_FLAGS } from './node-flags.js';

const TOPICS = [
  'check',
  'long-texts',
  'search',
  'units',
  'site',
  'scale',
  'import',
  'diff',
  'pdf',
  'pdfs',
] as const;

const [wanted, ...rest] = process.argv.slice(2);
const topics = TOPICS.filter((topic) => wanted === undefined || topic === wanted);
if (topics.length === 0) {
  console.error(`npm run bench [${TOPICS.join(' | ')}] [number]`);
  process.exitCode = 2;
}
for (const topic of topics) {
  console.log(`── ${topic}`);
  const script = fileURLToPath(new URL(`bench/${topic}.ts`, import.meta.url));
  const { status } = spawnSync(process.execPath, [...NODE_FLAGS, ...process.execArgv, script, ...rest], {
    stdio: 'inherit',
  });
  if (status !== 0) process.exitCode = status ?? 1;
}
