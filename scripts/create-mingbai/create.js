#!/usr/bin/env node
// `npm create mingbai [FOLDER]`: runs `mingbai init` of the same version with the same words.
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const program = pathToFileURL(createRequire(import.meta.url).resolve('mingbai/package.json'));
process.argv.splice(2, 0, 'init');
await import(new URL('scripts/mingbai.js', program).href);
