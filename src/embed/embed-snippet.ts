/** Tall enough for most demos in a column of text; the frame also tells its height (README, "Embed a demo"). */
const HEIGHT_PX = 900;

/** An iframe that shows one demo. Its own origin must stay its own (allow-same-origin), or no script may load. */
export function embedSnippet(title: string, address: string): string {
  return `<iframe src="${escaped(address)}" title="${escaped(title)}" width="100%" height="${HEIGHT_PX}" style="border: 0" loading="lazy" allow="autoplay; clipboard-write"></iframe>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
