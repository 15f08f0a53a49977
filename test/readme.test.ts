import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { compileSite } from '../src/compile/compile-site.ts';
import { formatDiagnostic } from '../src/source/diagnostic.ts';
import { edited, realFiles, ROOT } from './support/project.ts';

const ACCOUNTS = 'content/units/changji-sme/2023/accounts.yaml';
const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');

it('the finding in the README is the one that its change makes', async () => {
  const files = edited(await realFiles('changji-sme'), ACCOUNTS, '  货物: 5.59', '  货物: 5.64');
  const [finding] = compileSite(files).diagnostics.filter(({ severity }) => severity === 'error');
  expect(finding && readme.includes(formatDiagnostic(finding))).toBe(true);
});

it('the commands in the README exist', async () => {
  const { COMMANDS } = await import('../src/cli/commands.ts');
  const named = [...readme.matchAll(/`npx mingbai ([a-z]+)/g)].map((match) => match[1] ?? '');
  expect([...new Set(named)].sort()).toEqual(Object.keys(COMMANDS).sort());
});

it('the scripts that the texts for contributors name exist', () => {
  const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    readonly scripts: Readonly<Record<string, string>>;
  };
  const texts = ['README.md', 'CONTRIBUTING.md', 'src/README.md'].map((file) =>
    readFileSync(join(ROOT, file), 'utf8'),
  );
  const named = new Set(
    texts.flatMap((text) => [...text.matchAll(/npm run ([a-z:]+)/g)].map(([, name]) => name)),
  );
  expect(named.size).toBeGreaterThan(5);
  expect([...named].filter((name) => !Object.hasOwn(scripts, name ?? ''))).toEqual([]);
});

it('the changelog tells of the version of the package', () => {
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    readonly version: string;
  };
  expect(readFileSync(join(ROOT, 'CHANGELOG.md'), 'utf8')).toContain(`## [${version}]`);
});
