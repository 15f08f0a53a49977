import { join } from 'node:path';
import type { AstroIntegration } from 'astro';
import { watch } from 'chokidar';
import { compileSite, type Site } from '../compile/compile-site.ts';
import { handOver } from '../compile/handover.ts';
import { hasErrors } from '../source/diagnostic.ts';
import { INPUT_FOLDERS, readSources } from '../workspace/read-sources.ts';
import { PROGRAM } from './html.ts';

/** Pause after the last change before the input is read again: an editor saves in several steps. */
const SETTLE_MS = 80;

/** What the preview tells while it runs. */
export interface PreviewEvents {
  /** The input was read, at the start or after a change. */
  readonly onCompiled: (site: Site) => void;
}

/** A running preview. */
export interface Preview {
  /** Address to open in a browser. */
  readonly url: string;
  stop(): Promise<void>;
}

type ViteServer = Parameters<NonNullable<AstroIntegration['hooks']['astro:server:setup']>>[0]['server'];

/**
 * Serves the site of a project on this machine and follows every change of its input: pages reload, and findings are
 * shown on them. While the input has errors, the last booklets that had none stay visible.
 *
 * @param root folder that holds content/ and templates/
 */
export async function startPreview(root: string, port: number, events: PreviewEvents): Promise<Preview> {
  process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
  const { dev } = await import('astro');
  let vite: ViteServer | undefined;
  let shown: Site | undefined;
  const compile = async (): Promise<void> => {
    const site = compileSite(await readSources(root));
    shown = hasErrors(site.diagnostics) ? { ...site, units: shown?.units ?? [] } : site;
    handOver({ site: shown, preview: true, pdf: false });
    events.onCompiled(site);
    // The pages' paths and the figures behind them are cached until the content is said to have changed.
    vite?.environments.ssr.hot.send('astro:content-changed', {});
    vite?.ws.send({ type: 'full-reload', path: '*' });
  };
  await compile();
  const keepServer: AstroIntegration = {
    name: 'mingbai-preview',
    hooks: { 'astro:server:setup': ({ server }) => void (vite = server) },
  };
  const server = await dev({
    root: PROGRAM,
    configFile: 'astro.config.mjs',
    logLevel: 'error',
    server: { port, host: '127.0.0.1' },
    integrations: [keepServer],
  });
  const stopWatching = followChanges(root, compile);
  return {
    url: `http://127.0.0.1:${server.address.port}/`,
    async stop() {
      await stopWatching();
      await server.stop();
    },
  };
}

/** Runs `compile` after each change of the input, never twice at a time. */
function followChanges(root: string, compile: () => Promise<void>): () => Promise<void> {
  const watcher = watch(
    INPUT_FOLDERS.map((folder) => join(root, folder)),
    { ignoreInitial: true },
  );
  let timer: NodeJS.Timeout | undefined;
  let running = Promise.resolve();
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
