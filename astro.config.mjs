import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import mdx from '@astrojs/mdx';
import preact from '@astrojs/preact';
import sitemap from '@astrojs/sitemap';
import { defineConfig } from 'astro/config';
import { searchIndex } from './src/search/search-index.ts';

/** The one inline script: it must run before the first paint, so the policy admits it by its hash. */
const firstPaint = readFileSync(new URL('./src/theme/first-paint.js', import.meta.url));
const firstPaintHash = createHash('sha256').update(firstPaint).digest('base64');

/**
 * What is fetched on demand needs nothing that the page has not loaded already: its style sheets are links of its own.
 * Lists of files to fetch ahead of time, and the helper that fetches them, would cost every page with a demo 0.9 kB of
 * script. Astro sets the option itself, so it takes a plugin to set it; there is no option for the helper.
 */
const noPreloading = {
  name: 'no-preloading',
  enforce: 'pre',
  configEnvironment: () => ({ build: { modulePreload: false } }),
  load: (id) =>
    id === '\0vite/preload-helper.js' ? 'export const __vitePreload = (load) => load();' : undefined,
};

/** Modules that a page with a demo always loads. */
const EARLY_MODULES =
  /node_modules\/(preact|@preact)\/|src\/(setting-text|islands\/(Switch|Slider|Readouts|LatePanel|Tools|WhatChanged|BlindButton|settings-model|level-match-model|undo-steps|use-link|demo-keys|readout-text|loudness-bias)|demos\/(demo|demo-state)|dsp\/(mix-spec|parameter)|audio\/(trouble|mute-switch|now-playing))\.tsx?$/;

/** Where the site will stand, for whole addresses: canonical ones, the site map, the feed, cards for link previews. */
const site = process.env.SITE_URL || undefined;

export default defineConfig({
  output: 'static',
  site,
  base: process.env.BASE_PATH || '/',
  trailingSlash: 'always',
  server: { port: 4321 },
  devToolbar: { enabled: false },
  integrations: [
    mdx(),
    // Without `include`, the preset adds hot-reload code to every .ts file with a class in it; the dev server's
    // worklet then loads and registers nothing.
    preact({ include: ['**/*.{jsx,tsx}'] }),
    // Pages that show one demo alone, and the search itself, are not to be found.
    site ? sitemap({ filter: (page) => !/\/(embed|search|404)\//.test(page) }) : [],
    searchIndex(),
  ],
  vite: {
    plugins: [noPreloading],
    environments: {
      client: {
        build: {
          rolldownOptions: {
            output: {
              codeSplitting: {
                // What every demo needs before Play, in one file: left to itself, each module that a late part also
                // uses becomes a file of its own, which compresses worse and asks for one more request.
                groups: [{ name: 'demo-parts', test: EARLY_MODULES }],
              },
            },
          },
        },
      },
    },
  },
  security: {
    csp: {
      // blob: because Tone loads worklet modules and its clock's worker from blob: addresses.
      directives: [
        "default-src 'self'",
        "connect-src 'self' blob:",
        "worker-src 'self' blob:",
        "img-src 'self' data: blob:",
        "media-src 'self' blob:",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
      ],
      scriptDirective: { resources: ["'self'", 'blob:'], hashes: [`sha256-${firstPaintHash}`] },
      // Meters and highlighted code carry style attributes; style elements still need their hash.
      styleDirective: { resources: ["'self'", { resource: "'unsafe-inline'", kind: 'attribute' }] },
    },
  },
});
