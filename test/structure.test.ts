import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from './support/project.ts';

const SRC = join(ROOT, 'src');

/** Stages in the order of the pipeline: a stage imports only from those before it. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  source: [],
  migrate: ['source'],
  search: [],
  accounts: ['source'],
  workspace: ['source'],
  figures: ['source', 'accounts'],
  sentences: ['source', 'accounts', 'figures'],
  pack: ['source', 'accounts', 'figures'],
  checks: ['source', 'accounts', 'figures', 'sentences', 'pack'],
  document: ['source', 'accounts', 'figures', 'pack'],
  charts: ['source', 'accounts', 'figures', 'pack', 'document'],
  compile: ['source', 'migrate', 'accounts', 'figures', 'checks', 'pack', 'document'],
  import: ['source', 'accounts', 'figures', 'pack', 'compile'],
  describe: ['source', 'accounts', 'figures', 'checks', 'pack', 'document', 'charts', 'compile'],
  summary: ['source', 'accounts', 'figures', 'document', 'charts', 'compile'],
  site: [
    ...['source', 'search', 'accounts', 'figures', 'checks', 'pack', 'document', 'charts', 'compile'],
    'summary',
  ],
  outputs: [
    ...['source', 'search', 'accounts', 'figures', 'checks', 'pack', 'document', 'compile', 'summary'],
    'workspace',
  ],
  changes: [
    ...['source', 'accounts', 'figures', 'checks', 'pack', 'document', 'charts', 'compile', 'summary'],
    ...['site', 'outputs'],
  ],
  cli: [
    'source',
    'migrate',
    'accounts',
    'figures',
    'checks',
    'pack',
    'document',
    'compile',
    'outputs',
    'changes',
    'workspace',
    'describe',
    'import',
  ],
  // What the published package is as a library.
  'index.ts': ['source', 'compile', 'outputs', 'workspace'],
};

/** Libraries that only one place may know. */
const OWNERS: Readonly<Record<string, RegExp>> = {
  'js-yaml': /^source\/(?:yaml|yaml-tree|scalar-text)\.ts$/,
  'decimal.js': /^accounts\/decimal\.ts$/,
  handlebars: /^pack\/template\.ts$/,
  echarts: /^charts\/draw\.ts$/,
  '@e965/xlsx': /^import\/workbook\/open-workbook\.ts$/,
  'pdfjs-dist/legacy/build/pdf.mjs': /^import\/text\/open-pdf\.ts$/,
  'pdfjs-dist/legacy/build/pdf.worker.mjs': /^import\/text\/open-pdf\.ts$/,
  mammoth: /^import\/text\/open-word\.ts$/,
  hucre: /^(?:outputs\/data\/|document\/csv\.ts$)/,
  'pinyin-pro': /^outputs\/search\/syllables\.ts$/,
  docx: /^outputs\/word\//,
  aws4fetch: /^outputs\/bucket\/bucket\.ts$/,
  saxes: /^outputs\/bucket\/listing\.ts$/,
  '@resvg/resvg-wasm': /^outputs\/pictures\/svg-drawing\.ts$/,
  'node-forge': /^outputs\/signatures\/signing-key\.ts$/,
  pkijs: /^outputs\/signatures\/(?:verify-)?cms\.ts$/,
  asn1js: /^outputs\/signatures\/(?:verify-)?cms\.ts$/,
  '@signpdf/signpdf': /^outputs\/pdf\/signature\/sign-pdf\.ts$/,
  puppeteer: /^outputs\/pdf\/browser\.ts$/,
  astro: /^(outputs\/(astro-pages|preview|pages\/page-(bundle|renderer))\.ts|site\/)/,
};

interface Import {
  readonly from: string;
  readonly target: string;
}

const IMPORT = /(?:^|\n)(?:import|export)\b[^;]*?from '([^']+)'|import\('([^']+)'\)/g;

const imports: readonly Import[] = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(ts|astro)$/.test(name))
  .flatMap((name) => {
    const text = readFileSync(join(SRC, name), 'utf8');
    return [...text.matchAll(IMPORT)].map((match) => ({ from: name, target: match[1] ?? match[2] ?? '' }));
  });

const stageOf = (path: string): string => path.split('/')[0] ?? '';

describe('the structure of src', () => {
  it('imports run one way', () => {
    const wrong = imports
      .filter(({ target }) => target.startsWith('.'))
      .map(({ from, target }) => ({ from, to: relative(SRC, join(SRC, dirname(from), target)) }))
      .filter(({ from, to }) => stageOf(from) !== stageOf(to))
      .filter(({ from, to }) => !MAY_IMPORT[stageOf(from)]?.includes(stageOf(to)));
    expect(imports.length).toBeGreaterThan(100);
    expect(wrong).toEqual([]);
  });

  it.each(Object.entries(OWNERS))('%s has one place that imports it', (library, owner) => {
    const users = imports.filter(({ target }) => target === library || target.startsWith(`${library}/`));
    expect(users.length).toBeGreaterThan(0);
    expect(users.filter(({ from }) => !owner.test(from))).toEqual([]);
  });
});
