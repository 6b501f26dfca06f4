import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { close, createIndex } from 'pagefind';

/** Where the index stands in the built site; pages fetch it from there when somebody searches. */
export const SEARCH_FOLDER = 'pagefind';

/**
 * Index the built pages for the search page: everything inside `data-pagefind-body` but demos and navigation.
 * The binary that does it comes with npm; nothing is asked of another host, neither now nor in the browser.
 */
export function searchIndex(): AstroIntegration {
  return {
    name: 'search-index',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const { index, errors } = await createIndex({
          excludeSelectors: [
            '.demo',
            '.demo-noscript',
            '.term-card',
            '.glossary-links',
            'nav',
            'svg',
            'canvas',
            'button',
          ],
          // “A–B”, “−1 dBTP” and “4:1” are looked for as they are written.
          includeCharacters: '−:',
        });
        if (!index) throw new Error(`no search index: ${errors.join('; ')}`);
        const site = fileURLToPath(dir);
        const added = await index.addDirectory({ path: site });
        const written = await index.writeFiles({ outputPath: `${site}${SEARCH_FOLDER}` });
        await close();
        const wrong = [...added.errors, ...written.errors];
        if (wrong.length > 0) throw new Error(`no search index: ${wrong.join('; ')}`);
        logger.info(`${added.page_count} pages indexed`);
      },
    },
  };
}
