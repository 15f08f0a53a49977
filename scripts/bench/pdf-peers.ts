/**
 * What other programs take for a PDF of the same booklet: WeasyPrint prints our print page, Typst sets a plain document of the
 * same text and tables. Both are asked for PDF/A-3a with tags, Typst for PDF/UA-1 too, since its files can be both. They are installed
 * from Python's packages into a temporary folder; where that cannot be done, or one of them fails, it is said.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { fontFiles, isPacked } from '../../src/outputs/pdf/fonts.ts';
import { PROFILES, verdictOn } from './verapdf.ts';

/** What a peer is given of a booklet. */
export interface PeerInput {
  /** Absolute path of the built print page. */
  readonly page: string;
  /** Absolute path of the booklet for Typst. */
  readonly typst: string;
  /** How often it prints. */
  readonly rounds: number;
}

interface Peer {
  /** Its package with its version. */
  readonly name: string;
  /** Prints by Python, and writes a line for each print: seconds on the clock, seconds of the processor. */
  readonly script: string;
  /** What the script is told: what it prints, and beside which fonts. */
  readonly words: (input: PeerInput) => readonly string[];
}

const CLOCK = `
import sys, time
source, fonts, out, rounds = sys.argv[1:5]
def timed(work):
    for _ in range(int(rounds)):
        clock, cpu = time.perf_counter(), time.process_time()
        work()
        print(time.perf_counter() - clock, time.process_time() - cpu, flush=True)
`;

const PEERS: readonly Peer[] = [
  {
    name: 'weasyprint==70.0',
    script: `${CLOCK}
from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration
config = FontConfiguration()
sheet = CSS(filename=fonts + '/fonts.css', font_config=config)
timed(lambda: HTML(filename=source).write_pdf(out, stylesheets=[sheet], font_config=config, pdf_variant='pdf/a-3a', pdf_tags=True))
`,
    words: ({ page }) => [page],
  },
  {
    name: 'typst==0.15.2',
    script: `${CLOCK}
import typst
timed(lambda: typst.Compiler(source, font_paths=[fonts], ignore_system_fonts=True).compile(output=out, pdf_standards=['a-3a', 'ua-1']))
`,
    words: ({ typst }) => [typst],
  },
];

/** Prints a booklet with each of the peers that can be had. */
export class PdfPeers {
  readonly #folder: string;
  readonly #python: string;
  readonly #whyNot = new Map<Peer, string>();

  /** @param folder absolute path of a folder for all that the peers need and make */
  constructor(folder: string) {
    this.#folder = join(folder, 'peers');
    this.#python = join(this.#folder, 'venv/bin/python');
    mkdirSync(join(this.#folder, 'fonts'), { recursive: true });
    layFonts(join(this.#folder, 'fonts'));
    const made = failure('python3', ['-m', 'venv', join(this.#folder, 'venv')]);
    for (const peer of PEERS) {
      const why = made ?? failure(this.#python, ['-m', 'pip', 'install', '--quiet', peer.name]);
      if (why !== undefined) this.#whyNot.set(peer, why);
    }
  }

  /** Tells what each takes, and what it makes. */
  measure(input: PeerInput): void {
    for (const peer of PEERS) {
      const why = this.#whyNot.get(peer) ?? this.#run(peer, input);
      if (why !== undefined) console.log(`  ${peer.name} could not be run: ${why}`);
    }
  }

  #run({ name, script, words }: Peer, input: PeerInput): string | undefined {
    const out = join(this.#folder, 'out.pdf');
    const given = [...words(input), join(this.#folder, 'fonts'), out, String(input.rounds)];
    const { status, stdout, stderr } = run(this.#python, ['-c', script, ...given]);
    if (status !== 0) return stderr.trim().split('\n').at(-1) ?? 'no word of why';
    const times = stdout
      .trim()
      .split('\n')
      .map((line) => line.split(' ').map(Number));
    const [clock = NaN, cpu = NaN] =
      times.toSorted(([a = NaN], [b = NaN]) => a - b)[Math.floor(times.length / 2)] ?? [];
    console.log(
      `  ${name.padEnd(18)}${(clock * 1000).toFixed(0).padStart(8)} ms, ${(cpu * 1000).toFixed(0)} ms CPU`,
    );
    console.log(`    ${told(out)}`);
    return undefined;
  }
}

/** Pages, tags and the word of veraPDF on a file. */
function told(file: string): string {
  const { stdout = '' } = run('pdfinfo', [file]);
  const said = (key: string): string =>
    new RegExp(`^${key}:\\s+(?<value>.*)$`, 'mu').exec(stdout)?.groups?.['value'] ?? 'unknown';
  const judged = PROFILES.map((profile) => `${profile} ${verdictOn(file, profile)}`);
  return [`pages ${said('Pages')}`, said('File size'), `tagged ${said('Tagged')}`, ...judged].join(', ');
}

/** Our fonts as other programs find them; those of a form that only browsers load are left out: no booklet of ours is set in one. */
function layFonts(folder: string): void {
  const files = fontFiles.filter((font) => !isPacked(font));
  for (const { path } of files) symlinkSync(path, join(folder, basename(path)));
  const rules = files.map(
    ({ family, weight, path }) =>
      `@font-face { font-family: "${family}"; font-weight: ${weight}; src: url("${pathToFileURL(path).href}"); }`,
  );
  writeFileSync(join(folder, 'fonts.css'), [...rules, ':root { --running-head: ""; }'].join('\n'));
}

function run(
  program: string,
  words: readonly string[],
): { status: number | null; stdout: string; stderr: string } {
  const { error, status, stdout, stderr } = spawnSync(program, words, {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  return error === undefined
    ? { status, stdout, stderr }
    : { status: null, stdout: '', stderr: error.message };
}

/** Why a program failed; undefined if it did not. */
function failure(program: string, words: readonly string[]): string | undefined {
  const { status, stderr } = run(program, words);
  return status === 0 ? undefined : stderr.trim().split('\n').at(-1);
}
