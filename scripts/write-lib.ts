// Writes the program as it is published, JavaScript with types and source maps, into lib/: npm run lib
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const [SITE, LIB] = [join(ROOT, 'src', 'site'), join(ROOT, 'lib')];

/** The file that an import names, relative to its own, and what the bundler is told of it. */
const TYPESCRIPT = /(from '\.[^'?]*)\.ts(\?[^']*)?(?=')/g;

rmSync(LIB, { recursive: true, force: true });
const compiler = join(
  dirname(createRequire(import.meta.url).resolve('@typescript/native/package.json')),
  'bin',
  'tsc',
);
execFileSync(process.execPath, [compiler, '-p', join(ROOT, 'tsconfig.lib.json')], { stdio: 'inherit' });

// Astro would take the types of an address (`feed.xml.d.ts`) for one more address.
for (const path of readdirSync(join(LIB, 'site', 'pages'), { recursive: true, encoding: 'utf8' })) {
  if (path.endsWith('.d.ts')) rmSync(join(LIB, 'site', 'pages', path));
}

// What Astro reads beside TypeScript: its pages and components, which name the compiled files, styles and pictures.
for (const path of readdirSync(SITE, { recursive: true, encoding: 'utf8' })) {
  if (!/\.(?:astro|css|svg)$/.test(path)) continue;
  const text = readFileSync(join(SITE, path), 'utf8');
  const target = join(LIB, 'site', path);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(
    target,
    path.endsWith('.astro')
      ? text.replace(TYPESCRIPT, (_, path: string, query = '') => `${path}.js${query}`)
      : text,
  );
}
