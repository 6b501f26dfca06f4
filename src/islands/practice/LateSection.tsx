import type { ComponentType } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

interface LateSectionProps<Props> {
  readonly id: string;
  readonly summary: string;
  /** Said beside the summary. */
  readonly note?: string;
  readonly props: Props;
  load(): Promise<ComponentType<Props>>;
}

/** A row that opens; its inside is fetched then. */
export function LateSection<Props extends object>({
  id,
  summary,
  note,
  props,
  load,
}: LateSectionProps<Props>) {
  const [Inside, setInside] = useState<ComponentType<Props> | null>(null);
  const [failed, setFailed] = useState(false);
  const open = (): void => {
    if (Inside) return;
    setFailed(false);
    load().then(
      (component) => setInside(() => component),
      () => setFailed(true),
    );
  };
  const row = useRef<HTMLDetailsElement>(null);
  // It may have been opened before anybody listened.
  useEffect(() => {
    if (row.current?.open) open();
  }, []);
  return (
    <details
      class="practice-section"
      id={id}
      ref={row}
      onToggle={(event) => event.currentTarget.open && open()}
    >
      <summary>
        {summary}
        {note && <span class="practice-note"> {note}</span>}
      </summary>
      {failed && (
        <p role="alert">
          This part of the page did not load. Check the connection, close this row and open it again.
        </p>
      )}
      {Inside && <Inside {...props} />}
    </details>
  );
}
