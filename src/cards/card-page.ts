import { CARD_SIZE, type CardText } from './card.ts';

/** The page that a card is a picture of. `font` is a whole address of the font's file. */
export function cardPage({ title, line, youWillHear }: CardText, font: string): string {
  return `<!doctype html>
<meta charset="utf-8">
<style>
  @font-face { font-family: Figtree; src: url("${font}"); font-weight: 300 900 }
  * { margin: 0; box-sizing: border-box }
  body {
    display: grid; grid-template-rows: auto 1fr auto; gap: 28px;
    width: ${CARD_SIZE.width}px; height: ${CARD_SIZE.height}px; padding: 64px 80px 56px;
    background: #121416; color: #eceded; font: 400 34px/1.35 Figtree;
  }
  header { display: flex; align-items: center; justify-content: space-between; color: #a6acb3 }
  .brand { display: flex; align-items: center; gap: 20px; color: #eceded; font-weight: 650; font-size: 38px }
  h1 { align-self: center; font-size: ${title.length > 34 ? 76 : 92}px; line-height: 1.08; letter-spacing: -0.02em;
    font-weight: 650; text-wrap: balance }
  p { color: #a6acb3; text-wrap: pretty }
  p strong { color: #eceded; font-weight: 650 }
</style>
<header>
  <span class="brand">
    <svg width="108" height="60" viewBox="0 0 36 20" fill="none" stroke-width="2.4">
      <path stroke="#f2ad64" d="M10 15a8 8 0 0 1 16 0"/>
      <path stroke="#74d0d9" d="M1 15H35"/>
      <g fill="#eceded"><circle cx="10" cy="15" r="3.25"/><circle cx="26" cy="15" r="3.25"/></g>
    </svg>
    Bypass
  </span>
  <span>${escaped(line)}</span>
</header>
<h1>${escaped(title)}</h1>
<p><strong>You will hear</strong> ${escaped(youWillHear)}.</p>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
