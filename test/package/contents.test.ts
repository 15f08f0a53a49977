import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../support/project.ts';

interface Manifest {
  readonly version: string;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly optionalDependencies: Readonly<Record<string, string>>;
}

const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as Manifest;

/** The package that an import names, without a path within it. */
function packageOf(target: string): string {
  const [scope = '', name = ''] = target.split('/');
  return scope.startsWith('@') ? `${scope}/${name}` : scope;
}

/** The paths of what npm would publish; what is compiled for it is not asked for. */
function published(): readonly string[] {
  const words = ['pack', '--dry-run', '--json', '--ignore-scripts'];
  const [packed] = JSON.parse(execFileSync('npm', words, { cwd: ROOT, encoding: 'utf8' })) as [
    { readonly files: readonly { readonly path: string }[] },
  ];
  return packed.files.map(({ path }) => path);
}

describe('the published package', () => {
  it('holds the program’s data and no test, no booklet, no source', () => {
    const files = published();
    expect(files).toContain('scripts/mingbai.js');
    expect(files).toContain('scripts/node-program.js');
    expect(files).toContain('astro.config.mjs');
    expect(files).toContain('templates/ministry-2024/pack.yaml');
    expect(files).toContain('content/codes/2023/functional.yaml');
    expect(files).toContain('content/schema/accounts.json');
    expect(files).toContain('scripts/starter/dot-gitignore');
    expect(files).toContain('scripts/starter/content/units/shili-danwei/2024/accounts.yaml');
    const own = /^(?:lib|templates|content\/(?:codes|schema)|scripts\/(?:starter|workflows))\//;
    const others = files.filter((path) => !own.test(path) && path.includes('/'));
    expect(others.sort()).toEqual([
      'content/README.md',
      'content/rules.md',
      'scripts/mingbai.js',
      'scripts/node-flags.js',
      'scripts/node-program.js',
    ]);
  });

  it('brings along every package that the program imports', () => {
    const src = join(ROOT, 'src');
    const texts = readdirSync(src, { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.(?:ts|astro)$/.test(path) && !path.endsWith('.d.ts'))
      .map((path) => readFileSync(join(src, path), 'utf8'));
    const valueImport =
      /(?:^|\n)(?:import|export) (?!type)[^;]*?from '([^'.][^']*)'|import\('([^'.][^']*)'\)/g;
    const named = texts.flatMap((text) => [...text.matchAll(valueImport)].map(([, a, b]) => a ?? b ?? ''));
    const packages = new Set(named.filter((name) => !isBuiltin(name)).map(packageOf));
    expect(packages.size).toBeGreaterThan(20);
    expect([...packages].filter((name) => !(name in manifest.dependencies))).toEqual([]);
  });

  it('names the bundler of the pages, which makes the very bytes of a site, in the version that was tested', () => {
    const { version } = JSON.parse(
      readFileSync(join(ROOT, 'node_modules/vite/package.json'), 'utf8'),
    ) as Manifest;
    expect(manifest.dependencies['vite']).toBe(version);
  });
});
