/** What a frame tells the page around it, whoever that is: how tall it would like to be, in CSS pixels. */
export interface HeightMessage {
  readonly type: 'bypass:height';
  readonly height: number;
}

/** Tell the page around this one how tall the content is, now and whenever that changes. */
export function tellHeight(content: Element): void {
  if (window.parent === window) return;
  let told = 0;
  new ResizeObserver(() => {
    const height = Math.ceil(content.getBoundingClientRect().height);
    if (height === told) return;
    told = height;
    const message: HeightMessage = { type: 'bypass:height', height };
    // Any origin: a height is no secret, and the page around may be anybody's.
    window.parent.postMessage(message, '*');
  }).observe(content);
}
