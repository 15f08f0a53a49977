/**
 * What other generators take for the pages of a built site: each is given all of them as they are, and writes them again. They
 * are installed into a temporary folder; one that cannot be installed is told of.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { filesBelow } from '../../src/workspace/files-below.ts';
import { costOf, tell, type Cost } from './cost.ts';

interface Peer {
  /** Its package with its version. */
  readonly name: string;
  /** Where its pages lie, and what stands before each. */
  readonly pages: string;
  readonly before: string;
  /** Its other files, by their paths. */
  readonly files: Readonly<Record<string, string>>;
  /** Its program below `node_modules/.bin`, and what it is told. */
  readonly command: readonly [program: string, ...words: string[]];
}

const PEERS: readonly Peer[] = [
  {
    name: '@11ty/eleventy@3.1.8',
    pages: 'pages',
    before: '',
    files: {
      'eleventy.config.mjs': `export default () => ({ htmlTemplateEngine: false, dir: { input: 'pages', output: 'out' } });\n`,
    },
    command: ['eleventy', '--quiet'],
  },
  {
    name: 'hugo-extended@0.166.0',
    pages: 'content',
    before: '---\n---\n',
    files: {
      'hugo.toml': `disableKinds = ['taxonomy', 'rss', 'sitemap']\npublishDir = 'out'\n`,
      'layouts/all.html': '{{ .Content }}',
    },
    command: ['hugo', '--quiet'],
  },
  {
    name: 'astro@7.3.4',
    pages: 'pages',
    before: '',
    files: {
      'src/pages/[...path].astro': `---
import { readdirSync, readFileSync } from 'node:fs';
export const getStaticPaths = () =>
  readdirSync('pages', { recursive: true })
    .filter((name) => name.endsWith('index.html'))
    .map((name) => ({ params: { path: name.replace(/\\/?index\\.html$/, '') || undefined }, props: { name } }));
const html = readFileSync('pages/' + Astro.props.name, 'utf8');
---
<Fragment set:html={html} />
`,
    },
    command: ['astro', 'build', '--silent'],
  },
];

/**
 * Runs the peers one after the other.
 *
 * @param site absolute path of a built site
 * @param folder absolute path of a folder for all that the peers need and make
 * @param ours what our build of the site took
 */
export async function measurePeers(site: string, folder: string, ours: Cost): Promise<void> {
  const pages = (await filesBelow(site)).filter((name) => name.endsWith('index.html'));
  for (const [number, peer] of PEERS.entries()) {
    const project = join(folder, `peer-${number}`);
    const write = (path: string, text: string): void => {
      mkdirSync(dirname(join(project, path)), { recursive: true });
      writeFileSync(join(project, path), text);
    };
    write('package.json', '{ "private": true, "type": "module" }\n');
    for (const [path, text] of Object.entries(peer.files)) write(path, text);
    for (const page of pages)
      write(`${peer.pages}/${page}`, peer.before + readFileSync(join(site, page), 'utf8'));
    measure(peer, project, ours);
  }
}

function measure({ name, command: [program, ...words] }: Peer, project: string, ours: Cost): void {
  const install = spawnSync('npm', ['install', '--loglevel=error', name], { cwd: project, encoding: 'utf8' });
  try {
    if (install.status !== 0) throw new Error(`npm install: ${install.stdout}${install.stderr}`);
    const cost = costOf(join(project, 'node_modules/.bin', program), words, project);
    tell(`  the same pages, ${name}`, cost);
    console.log(`    ours takes ${(ours.cpu / cost.cpu).toFixed(1)} times as long`);
  } catch (error) {
    console.log(`  ${name} could not be run: ${error instanceof Error ? error.message.slice(0, 300) : ''}`);
  }
}
