import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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

/** PDF/A-3a and PDF/UA-1, as veraPDF calls them: what booklets are to hold to. */
export const PROFILES = ['3a', 'ua1'] as const;

/** What veraPDF says of a file. */
export interface Verdict {
  readonly file: string;
  readonly passed: boolean;
  /** The clauses of the standard that it breaks: 7.2-42. */
  readonly broken: readonly string[];
}

/** For short runs: a compiler that thinks less takes a third less time in all. */
const JAVA = ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC'] as const;

let found: string | undefined;

/** Where Java finds veraPDF; empty where there is no Maven, no Java, or nothing to be had from where Maven looks. */
function classPath(): string {
  if (found !== undefined) return found;
  const folder = mkdtempSync(join(tmpdir(), 'mingbai-verapdf-'));
  try {
    writeFileSync(join(folder, 'pom.xml'), PROJECT);
    const list = join(folder, 'class-path.txt');
    const words = ['-q', '-B', 'dependency:build-classpath', `-Dmdep.outputFile=${list}`];
    const { status } = spawnSync('mvn', words, { cwd: folder, stdio: 'ignore', timeout: 120_000 });
    const java = spawnSync('java', ['-version'], { stdio: 'ignore' });
    return (found = status === 0 && java.status === 0 ? readFileSync(list, 'utf8').trim() : '');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * What veraPDF says of files, in their order; undefined where it cannot be had.
 *
 * @param profile `3a` for PDF/A-3a, `ua1` for PDF/UA-1
 * @throws Error with its own words if it has no verdict on one of them
 */
export function veraPdf(files: readonly string[], profile: string): readonly Verdict[] | undefined {
  if (classPath() === '') return undefined;
  const words = [...JAVA, '-cp', classPath(), MAIN, '-f', profile, '--format', 'text', '-v', ...files];
  const { error, stdout, stderr } = spawnSync('java', words, { encoding: 'utf8', maxBuffer: 2 ** 28 });
  if (error !== undefined) throw error;
  const verdicts = readVerdicts(stdout);
  return files.map((file) => {
    const verdict = verdicts.find((one) => one.file === file);
    if (verdict === undefined) throw new Error(`veraPDF has no verdict on ${file}:\n${stdout}${stderr}`);
    return verdict;
  });
}

/** The same of one file, in words. */
export function verdictOn(file: string, profile: string): string {
  const [verdict] = veraPdf([file], profile) ?? [];
  if (verdict === undefined) return 'not judged';
  return verdict.passed ? 'PASS' : `FAIL ${verdict.broken.join(', ')}`;
}

/** A line for each file, `PASS booklet.pdf 3a`, and below it, indented, one for each clause that it breaks. */
function readVerdicts(text: string): readonly Verdict[] {
  return [...text.matchAll(/^(PASS|FAIL) (.*) \S+$(?<below>(?:\n +\S.*$)*)/gmu)].map(
    ([, word, file = '', below = '']) => ({
      file,
      passed: word === 'PASS',
      broken: [...below.matchAll(/FAIL (\S+)/gu)].map(([, clause = '']) => clause),
    }),
  );
}
