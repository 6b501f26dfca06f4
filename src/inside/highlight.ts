import { createCssVariablesTheme, createHighlighter } from 'shiki';
import type { CodeLine, CodeToken, TokenKind } from './inside-device.ts';
import { kernelSource } from './kernel-source.ts';

const THEME = createCssVariablesTheme({ name: 'kinds', variablePrefix: '--', fontStyle: false });

/** What Shiki's variables stand for here; those left out are plain. */
const KINDS: Readonly<Record<string, TokenKind>> = {
  'token-keyword': 'keyword',
  'token-constant': 'constant',
  'token-function': 'function',
  'token-string': 'string',
  'token-string-expression': 'string',
  'token-comment': 'comment',
};

const highlighter = createHighlighter({ themes: [THEME], langs: ['typescript'] });
const files = new Map<string, Promise<readonly CodeLine[]>>();

/** A file below src as coloured lines. It is always read whole, so that an excerpt is coloured as its context asks. */
export function highlightedFile(file: string): Promise<readonly CodeLine[]> {
  const known = files.get(file);
  if (known) return known;
  const lines = highlight(kernelSource(file));
  files.set(file, lines);
  return lines;
}

async function highlight(source: string): Promise<readonly CodeLine[]> {
  const { tokens } = (await highlighter).codeToTokens(source.trimEnd(), {
    lang: 'typescript',
    theme: 'kinds',
  });
  return tokens.map((line) => joined(line.map(({ color, content }) => [kindOf(color), content])));
}

function kindOf(color: string | undefined): TokenKind {
  return KINDS[/^var\(--([\w-]+)\)$/.exec(color ?? '')?.[1] ?? ''] ?? '';
}

/** Neighbours of one kind are one piece. */
function joined(line: readonly CodeToken[]): CodeLine {
  const pieces: CodeToken[] = [];
  for (const [kind, text] of line) {
    const last = pieces.at(-1);
    if (last?.[0] === kind) pieces[pieces.length - 1] = [kind, last[1] + text];
    else pieces.push([kind, text]);
  }
  return pieces;
}
