import { defineConfig } from 'astro/config';

// The command line passes the output folder; pages are plain files that any static host serves.
export default defineConfig({
  srcDir: './src/site',
  publicDir: './src/site/public',
  output: 'static',
  trailingSlash: 'always',
  build: { format: 'directory', inlineStylesheets: 'never' },
  // In Chinese a line end in the source is no space.
  compressHTML: 'jsx',
  // Scripts of pages are imported by their address, which only Vite's workers have: they are modules all the same.
  vite: { worker: { format: 'es' } },
  devToolbar: { enabled: false },
});
