import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const VERSION = '1.28.2';
const MAIN = 'org.verapdf.apps.GreenfieldCliWrapper';

/** A project for Maven that asks for nothing but veraPDF, from wherever the machine's Maven takes its packages. */
const PROJECT = `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>bench</groupId><artifactId>bench</artifactId><version>1</version>
  <dependencies><dependency>
    <groupId>org.verapdf.apps</groupId><artifactId>greenfield-apps</artifactId><version>${VERSION}</version>
  </dependency></dependencies>
</project>
`;

let found: string | undefined;

/** Where Java finds veraPDF; empty where there is no Maven, no Java, or nothing to be had from where Maven looks. */
function classPath(): string {
  if (found !== undefined) return found;
  const folder = mkdtempSync(join(tmpdir(), 'mingbai-verapdf-'));
  writeFileSync(join(folder, 'pom.xml'), PROJECT);
  const list = join(folder, 'class-path.txt');
  const words = ['-q', '-B', 'dependency:build-classpath', `-Dmdep.outputFile=${list}`];
  const { status } = spawnSync('mvn', words, { cwd: folder, stdio: 'ignore', timeout: 120_000 });
  return (found = status === 0 ? readFileSync(list, 'utf8').trim() : '');
}

/**
 * What veraPDF says of files, a line each, e.g. `PASS booklet.pdf 3a`; undefined where it cannot be run.
 *
 * @param profile `3a` for PDF/A-3a, `ua1` for PDF/UA-1
 */
export function veraPdf(files: readonly string[], profile: string): string | undefined {
  if (classPath() === '') return undefined;
  const words = ['-cp', classPath(), MAIN, '-f', profile, '--format', 'text', ...files];
  const { error, stdout } = spawnSync('java', words, { encoding: 'utf8' });
  const lines = error === undefined ? stdout.split('\n').filter((line) => /^(?:PASS|FAIL)/u.test(line)) : [];
  return lines.length === 0 ? undefined : lines.join('\n');
}
