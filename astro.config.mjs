import { defineConfig } from 'astro/config';

// The command line passes the output folder; pages are plain files that any static host serves.
export default defineConfig({
  srcDir: './src/site',
  publicDir: './src/site/public',
  output: 'static',
  trailingSlash: 'always',
  build: { format: 'directory', inlineStylesheets: 'never' },
  compressHTML: true,
  devToolbar: { enabled: false },
});
