import type { APIContext } from 'astro';
import { withBase } from '../with-base.ts';

/** Everybody may read everything; the map of the site where its own address is known. */
export function GET({ site }: APIContext): Response {
  const map = site ? `\nSitemap: ${new URL(withBase('sitemap-index.xml'), site).href}\n` : '';
  return new Response(`User-agent: *\nAllow: /\n${map}`, {
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  });
}
