import { join } from 'node:path';
import type { AstroInlineConfig, AstroIntegration } from 'astro';
import { watch } from 'chokidar';
import type { Site } from '../compile/compile-site.ts';
import { togetherOf } from '../accounts/schema/search-words.ts';
import { DEFAULT_SETTINGS } from '../accounts/schema/site.ts';
import { hasErrors } from '../source/diagnostic.ts';
import { keepUnchanged, type RawFile } from '../source/source-file.ts';
import { handOver } from '../summary/handover.ts';
import { INPUT_FOLDERS } from '../workspace/read-sources.ts';
import { readProject } from '../workspace/read-project.ts';
import { temporaryFolder } from '../workspace/temporary-folder.ts';
import { pagesFor } from './astro-pages.ts';

/** Pause after the last change before the input is read again: an editor saves in several steps. */
const SETTLE_MS = 80;

/** What is previewed, and who is told of it. */
export interface PreviewOptions {
  /** Folder that holds content/ and templates/. */
  readonly root: string;
  readonly port: number;
  /** Makes the site out of the input. */
  compile(files: readonly RawFile[]): Site;
  /** The input was read, at the start or after a change. */
  onCompiled(site: Site): void;
  /** The program failed on the input, or could not follow it; the preview goes on. */
  onFailure(error: unknown): void;
}

/** A running preview. */
export interface Preview {
  /** Address to open in a browser. */
  readonly url: string;
  stop(): Promise<void>;
}

type ViteServer = Parameters<NonNullable<AstroIntegration['hooks']['astro:server:setup']>>[0]['server'];

const NOTHING: Site = {
  settings: DEFAULT_SETTINGS,
  searchWords: togetherOf([]),
  fonts: [],
  units: [],
  diagnostics: [],
};

/**
 * Serves the site of a project on this machine and follows every change of its input: pages reload, and findings are
 * shown on them. While the input has errors, or the program fails on it, the last booklets that had none stay visible and
 * say that they are old.
 */
export async function startPreview(options: PreviewOptions): Promise<Preview> {
  const { root, port } = options;
  process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
  const { dev } = await import('astro');
  let vite: ViteServer | undefined;
  let shown = NOTHING;
  let files: readonly RawFile[] = [];
  const compile = async (): Promise<void> => {
    try {
      files = keepUnchanged(files, await readProject(root));
      const site = options.compile(files);
      const stale = hasErrors(site.diagnostics);
      shown = stale ? { ...site, units: shown.units } : site;
      handOver({ site: shown, preview: { stale }, pdf: false });
      options.onCompiled(site);
    } catch (error) {
      handOver({ site: shown, preview: { stale: true, failure: stackOf(error) }, pdf: false });
      options.onFailure(error);
    }
    // The pages' paths and the figures behind them are cached until the content is said to have changed.
    vite?.environments.ssr.hot.send('astro:content-changed', {});
    vite?.ws.send({ type: 'full-reload', path: '*' });
  };
  await compile();
  const server = await dev(previewConfig(port, (opened) => (vite = opened))).catch(async (error: unknown) => {
    // What it has begun to watch would keep the process alive.
    await vite?.close();
    throw error;
  });
  const stopWatching = followChanges(options, compile);
  return {
    url: `http://127.0.0.1:${server.address.port}/`,
    async stop() {
      await stopWatching();
      await server.stop();
    },
  };
}

function previewConfig(port: number, onServer: (server: ViteServer) => void): AstroInlineConfig {
  const keepServer: AstroIntegration = {
    name: 'mingbai-preview',
    hooks: { 'astro:server:setup': ({ server }) => onServer(server) },
  };
  return {
    ...pagesFor(temporaryFolder()),
    logLevel: 'error',
    server: { port, host: '127.0.0.1' },
    integrations: [keepServer],
  };
}

/** Runs `compile` after each change of the input, never twice at a time. */
function followChanges(
  { root, onFailure }: PreviewOptions,
  compile: () => Promise<void>,
): () => Promise<void> {
  const watcher = watch(
    INPUT_FOLDERS.map((folder) => join(root, folder)),
    { ignoreInitial: true },
  );
  let timer: NodeJS.Timeout | undefined;
  let running = Promise.resolve();
  watcher.on('error', onFailure);
  watcher.on('all', () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      running = running.then(compile);
    }, SETTLE_MS);
  });
  return async () => {
    clearTimeout(timer);
    await watcher.close();
    await running;
  };
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
