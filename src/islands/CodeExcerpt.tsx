import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import type { CodeLine, Excerpt } from '../inside/inside-device.ts';

/** Lines of a kernel with the sentence on them; beside them whatever belongs to them. */
export function CodeExcerpt({
  excerpt,
  children,
}: {
  readonly excerpt: Excerpt;
  readonly children?: ComponentChildren;
}) {
  const { says, file, firstLine, lines } = excerpt;
  // Settings beside it change many times a second; the code never does.
  const code = useMemo(() => <Code lines={lines} />, [lines]);
  return (
    <figure class="excerpt">
      <figcaption>{says}</figcaption>
      <div class="excerpt-code">
        {code}
        <p class="excerpt-file">
          {file}, lines {firstLine}–{firstLine + lines.length - 1}
        </p>
      </div>
      {children}
    </figure>
  );
}

/** Highlighted code. Long lines wrap, indented further than they began, so that nothing scrolls sideways. */
export function Code({ lines }: { readonly lines: readonly CodeLine[] }) {
  return (
    <pre class="code">
      <code>
        {lines.map((line, i) => (
          <span key={i} style={{ '--indent': `${indentOf(line) + 2}ch` }}>
            {line.map(([kind, text], k) =>
              kind ? (
                <span class={`code-${kind}`} key={k}>
                  {text}
                </span>
              ) : (
                text
              ),
            )}
            {'\n'}
          </span>
        ))}
      </code>
    </pre>
  );
}

function indentOf(line: CodeLine): number {
  return (line[0]?.[1] ?? '').search(/\S|$/);
}
