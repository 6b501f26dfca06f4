import drawn from './drawn-cards.json' with { type: 'json' };

/** Pixels of a card for link previews: what most services show without cutting. */
export const CARD_SIZE = { width: 1200, height: 630 } as const;

/** What stands on a card. */
export interface CardText {
  readonly title: string;
  /** “Mixing · 8 minutes”. */
  readonly line: string;
  /** Completes “You will hear …”. */
  readonly youWillHear: string;
}

/** The file of a lesson's card within the site, or of the course's own, “course”. */
export function cardFile(slug: string): string {
  return `cards/${slug}.png`;
}

/** The card of pages that have none of their own. */
export const COURSE_CARD = cardFile('course');

/** A lesson's card where it has been drawn with these very words (`npm run cards`), else the course's. */
export function cardOf(slug: string, text: CardText): string {
  const known: Readonly<Record<string, CardText>> = drawn;
  return JSON.stringify(known[slug]) === JSON.stringify(text) ? cardFile(slug) : COURSE_CARD;
}
