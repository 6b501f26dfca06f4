import { useRef, useState } from 'preact/hooks';
import { decodeOwnFile, MOST_OWN_STEMS } from '../../audio/own-audio.ts';
import { keepOwnStems } from '../../audio/own-stems.ts';
import { forgetSong } from '../../audio/resident-song.ts';
import { SAMPLE_RATE } from '../../audio/sample-rate.ts';
import { lengthOf, loudestStart, OWN_SECONDS, ownSource, type OwnStem } from '../../exercises/own-source.ts';
import type { Source } from '../../training/exercise.ts';

interface OwnAudioProps {
  /** Told what there is to practise on now; null once everything was removed. */
  onSource(source: Source | null): void;
}

/** A learner's own song, or several stems of it, read on this device as something to practise on. */
export function OwnAudio({ onSource }: OwnAudioProps) {
  const [stems, setStems] = useState<readonly OwnStem[]>([]);
  const [start, setStart] = useState(0);
  const [said, setSaid] = useState<readonly string[]>([]);
  const [reading, setReading] = useState(false);
  const [dragged, setDragged] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const seconds = lengthOf(stems) / SAMPLE_RATE;
  const lastStart = Math.max(0, Math.floor(seconds - OWN_SECONDS));

  const use = (next: readonly OwnStem[], at: number): void => {
    setStems(next);
    setStart(at);
    forgetSong('own');
    if (next.length === 0) {
      keepOwnStems(null);
      onSource(null);
      return;
    }
    try {
      const { source, made } = ownSource(next, at, SAMPLE_RATE);
      keepOwnStems(made);
      onSource(source);
    } catch (error) {
      // A stretch without sound: another start has some.
      keepOwnStems(null);
      onSource(null);
      setSaid([
        `${error instanceof Error ? error.message : 'This stretch cannot be used.'} Or start elsewhere.`,
      ]);
    }
  };

  const take = async (files: readonly File[]): Promise<void> => {
    if (files.length === 0) return;
    setReading(true);
    const next = [...stems];
    const notes: string[] = [];
    for (const file of files) {
      if (next.length >= MOST_OWN_STEMS) {
        notes.push(`“${file.name}” was left out: ${MOST_OWN_STEMS} stems are the most.`);
        continue;
      }
      const held = next.reduce((sum, { channels }) => sum + channels[0].length / SAMPLE_RATE, 0);
      const read = await decodeOwnFile(file, held);
      if (!read.ok) notes.push(read.reason);
      else {
        next.push({ name: read.name, channels: read.channels });
        if (read.note) notes.push(read.note);
      }
    }
    const lengths = new Set(next.map(({ channels }) => Math.round(channels[0].length / SAMPLE_RATE)));
    if (lengths.size > 1)
      notes.push('Not all stems are equally long; the shorter ones are silent to the end of the longest.');
    if (next.length > stems.length) {
      use(next, loudestStart(next, SAMPLE_RATE));
      notes.push(
        next.length === 1
          ? 'Ready. Your own audio is now among the sounds of “Put a set together”, and of each tour.'
          : `Ready: ${next.length} stems. They are now among the sounds of “Put a set together”, and of each tour.`,
      );
    }
    setSaid(notes);
    setReading(false);
    if (input.current) input.current.value = '';
  };

  return (
    <div class="own-audio">
      <p>
        A finished song, or several stems that play together. It is read on this device only: nothing of it is
        sent or kept, and it is gone when you leave the page.
      </p>
      <label
        class="own-drop"
        data-dragged={dragged ? '' : undefined}
        onDragOver={(event) => {
          event.preventDefault();
          setDragged(true);
        }}
        onDragLeave={() => setDragged(false)}
        onDrop={(event) => {
          event.preventDefault();
          setDragged(false);
          void take([...(event.dataTransfer?.files ?? [])]);
        }}
      >
        <span>Choose audio files, or drop them here</span>
        <input
          ref={input}
          type="file"
          accept="audio/*,.wav,.flac,.mp3,.m4a,.ogg,.opus,.aiff"
          multiple
          disabled={reading}
          onChange={(event) => void take([...(event.currentTarget.files ?? [])])}
        />
      </label>
      <div role="status">
        {reading && <p>Reading…</p>}
        {said.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
      {stems.length > 0 && (
        <>
          <ul class="own-stems">
            {stems.map(({ name }, i) => (
              <li key={`${name}-${i}`}>
                <span>{name}</span>
                <button
                  type="button"
                  aria-label={`Remove ${name}`}
                  onClick={() =>
                    use(
                      stems.filter((_, other) => other !== i),
                      0,
                    )
                  }
                >
                  Remove
                </button>
              </li>
            ))}
          </ul>
          {lastStart > 0 && (
            <label class="own-start">
              <span>
                The {OWN_SECONDS} seconds from {clock(start)} are used
              </span>
              <input
                type="range"
                min={0}
                max={lastStart}
                step={1}
                value={start}
                aria-valuetext={`from ${clock(start)}`}
                onInput={(event) => setStart(Number(event.currentTarget.value))}
                onChange={(event) => use(stems, Number(event.currentTarget.value))}
              />
            </label>
          )}
        </>
      )}
    </div>
  );
}

/** "1:07" */
function clock(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`;
}
