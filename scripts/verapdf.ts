/**
 * `npm run verapdf [FOLDER]`: has veraPDF judge every PDF of a built site (dist, if none is given) by PDF/A-3a and PDF/UA-1.
 * Ends with 1 if one does not hold; where there is no Java, no Maven or no veraPDF to be had, it says so and ends with 0.
 */
import { join, resolve } from 'node:path';
import { filesBelow } from '../src/workspace/files-below.ts';
import { PROFILES, veraPdf } from './bench/verapdf.ts';

const folder = resolve(process.argv[2] ?? 'dist');
const names = (await filesBelow(folder)).filter((name) => name.endsWith('.pdf'));
if (names.length === 0) {
  console.log(`${folder} has no PDF to judge`);
  process.exitCode = 1;
} else judge(names.map((name) => join(folder, name)));

function judge(files: readonly string[]): void {
  for (const profile of PROFILES) {
    const verdicts = veraPdf(files, profile);
    if (verdicts === undefined) {
      console.log(
        `${files.length} PDFs were not judged: veraPDF takes Java and Maven, and is fetched by Maven`,
      );
      return;
    }
    const failed = verdicts.filter(({ passed }) => !passed);
    console.log(`veraPDF ${profile}: ${files.length - failed.length} of ${files.length} PDFs hold`);
    for (const { file, broken } of failed) console.log(`  ${file} breaks ${broken.join(', ')}`);
    if (failed.length > 0) process.exitCode = 1;
  }
}
