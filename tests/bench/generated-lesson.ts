/** Text as long and as varied as a lesson's: prose of about 770 words, headings, a list, a table, a block of code. */

/** Sentences of this course, said again in another order for each lesson. */
const SENTENCES = [
  'A mix begins with how loud each part is beside the others, and most of what people call a good mix is already in the faders.',
  'The voice and the guitar want the same region, so one of them has to make room there, and it should be the one that nobody hums.',
  'A compressor turns a part down while it is loud, which is why a quiet word can be followed afterwards without turning the loud one up.',
  'When two versions are compared at different loudness the louder one seems better, so levels are matched before anybody judges.',
  'A limiter lets nothing past its ceiling; the rest can then be turned up, until the price is heard in the drums.',
  'Listen to the end of each line: the room around the voice tells more about depth than any number on a display.',
  'What works on everything at once cannot move one part aside without pushing its neighbours, and that is the limit of a master.',
  'Turn the control until you notice it, then go back by a third; what is left is usually what the song needed.',
  'On a phone there is no bass below 200 Hz, yet the line is followed, because the ear completes it from its overtones.',
  'A short delay before the reverberation keeps a singer near, even in a large room, since the words arrive first.',
];
const PARAGRAPHS = 9;
const SENTENCES_EACH = 4;

export function lessonTitle(i: number): string {
  return `Generated lesson ${i}`;
}

/** The Markdown of lesson `i`: no two lessons have the same text. */
export function lessonBody(i: number): string {
  const paragraphs = Array.from({ length: PARAGRAPHS }, (_, p) =>
    Array.from(
      { length: SENTENCES_EACH },
      (_, s) => SENTENCES[(i * 7 + p * 3 + s * (1 + (i % 3))) % SENTENCES.length],
    ).join(' '),
  );
  return [
    `${paragraphs[0]} This is lesson number ${i}.`,
    '## What you heard',
    ...paragraphs.slice(1, 4),
    '- **Level:** how loud it is\n- **Place:** where it stands\n- **Tone:** which pitches it has',
    '## Try it',
    ...paragraphs.slice(4, 6),
    '| Device | Unit |\n| --- | --- |\n| EQ | dB at Hz |\n| Compressor | dB above a threshold |',
    '```ts\nconst gain = 10 ** (gainDb / 20);\n```',
    '## Mix or master?',
    ...paragraphs.slice(6),
    '',
  ].join('\n\n');
}
