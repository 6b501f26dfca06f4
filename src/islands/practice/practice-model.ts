import { batch, computed, createModel, effect, signal } from '@preact/signals';
import { Trouble } from '../../audio/trouble.ts';
import type { PracticeStore } from '../../practice-store/practice-store.ts';
import { today } from '../../progress/kept-progress.ts';
import type { Source, Way } from '../../training/exercise.ts';
import type { PlaybackCheck } from '../../training/playback-check.ts';
import { thresholdsOf, type PracticeRecord } from '../../training/practice-record.ts';
import type { PracticeSet } from '../../training/practice-set.ts';
import { reviewOf } from '../../training/review.ts';
import type { SessionSurroundings } from '../../training/session.ts';
import { readSet, writeSet } from '../../training/set-link.ts';
import { defaultSet, randomSeed } from './default-set.ts';
import { OWN_SOURCE, type Catalogue } from './practice-catalogue.ts';
import type * as PartsModule from './practice-parts.ts';
import type { PracticeSound } from './practice-sound.ts';
import type { ListeningLimits } from './trainer-model.ts';

type Parts = typeof PartsModule;

/** What the page shows. */
export type PracticeView =
  | { readonly kind: 'home' }
  | { readonly kind: 'cover'; readonly set: PracticeSet }
  /** The playback check, before the first set. */
  | { readonly kind: 'check'; readonly set: PracticeSet }
  | {
      readonly kind: 'set';
      readonly set: PracticeSet;
      readonly id: string;
      readonly day: string;
      readonly surroundings: SessionSurroundings;
    }
  | { readonly kind: 'tour' | 'see'; readonly exercise: string };

/** No more than so many exercises in one review, so that each gets questions enough. */
const MOST_REVIEWED = 2;

/** Everything that the practice page knows and does; the components only draw it. */
export const PracticeModel = createModel((offered: Catalogue) => {
  const view = signal<PracticeView>({ kind: 'home' });
  const parts = signal<Parts | null>(null);
  const ready = signal(false);
  const trouble = signal<Trouble | null>(null);
  const said = signal('');
  const records = signal<readonly PracticeRecord[]>([]);
  const playback = signal<PlaybackCheck | null>(null);
  const own = signal<Source | null>(null);
  const limits = signal<ListeningLimits>({ laps: 0, seconds: 0 });
  /** Why nothing outlasts the page; null where all is kept. */
  const keptTrouble = signal<string | null>(null);
  let store: PracticeStore | null = null;
  /** Settles once what this browser keeps is known. */
  let opened: Promise<void> = Promise.resolve();
  /** Whoever went on without the check is not asked again on this visit. */
  let unchecked = false;
  let sound: PracticeSound | null = null;

  const catalogue = computed<Catalogue>(() => {
    const source = own.value;
    const loaded = parts.value;
    if (!source || !loaded) return offered;
    return {
      sources: [...offered.sources, { id: source.id, label: source.label }],
      exercises: offered.exercises.map((exercise) => {
        const suited = loaded.EXERCISES.find(({ id }) => id === exercise.id)?.unsuited(source) === null;
        return suited ? { ...exercise, suits: [...exercise.suits, source.id] } : exercise;
      }),
    };
  });
  const due = computed(() => reviewOf(records.value, offered.exercises, today()));

  /** The late parts; what went wrong is told, and null returned. */
  const load = async (): Promise<Parts | null> => {
    trouble.value = null;
    try {
      parts.value ??= await import('./practice-parts.ts');
      sound ??= new parts.value.PracticeSound();
      return parts.value;
    } catch (error) {
      trouble.value = new Trouble(
        'The exercises did not load.',
        'Check the connection and try again.',
        error,
      );
      return null;
    }
  };

  const start = async (set: PracticeSet): Promise<void> => {
    const loaded = await load();
    if (!loaded) return;
    if (set.sources.includes(OWN_SOURCE) && !own.peek()) {
      said.value =
        'This set is made for your own audio. Open “Practise on your own audio”, choose a file, and open the link again.';
      view.value = { kind: 'home' };
      return;
    }
    await opened;
    if (!playback.peek() && !unchecked) {
      view.value = { kind: 'check', set };
      return;
    }
    const day = today();
    view.value = {
      kind: 'set',
      set,
      // Not of the set's seed, from which its answers follow.
      id: `${new Date().toISOString()} ${randomSeed()}`,
      day,
      surroundings: {
        exercises: loaded.EXERCISES,
        sources: sources(),
        thresholds: thresholdsOf(records.peek()),
        playback: playback.peek(),
      },
    };
  };

  const sources = (): readonly Source[] => [
    ...(parts.peek()?.SOURCES ?? []),
    ...(own.peek() ? [own.peek()!] : []),
  ];

  const close = (): void => {
    sound?.stop();
    if (location.hash) history.replaceState(null, '', location.pathname);
    batch(() => {
      said.value = '';
      view.value = { kind: 'home' };
    });
  };

  const practise = (id: string, way?: Way): void => {
    const exercise = catalogue.peek().exercises.find((entry) => entry.id === id)!;
    void start(defaultSet(exercise, way ?? exercise.ways[0], records.peek(), randomSeed()));
  };

  /** Open the set that the address carries, if it carries one. */
  const openLink = (): void => {
    const text = location.hash.slice(1);
    if (!text.startsWith('set=')) return;
    const read = readSet(text, {
      exercises: offered.exercises,
      sources: [...offered.sources, { id: OWN_SOURCE }],
    });
    batch(() => {
      if (read.ok) view.value = { kind: 'cover', set: read.set };
      else
        said.value = `The link could not be opened: ${read.reason}. Ask for it again, or choose an exercise below.`;
    });
  };

  /** Look again at what is kept: another tab may have added something. */
  const look = async (): Promise<void> => {
    if (!store) return;
    const [kept, check] = [await store.records(), await store.playback()];
    batch(() => {
      records.value = kept;
      playback.value = check;
      keptTrouble.value = store!.trouble;
    });
  };

  effect(() => () => sound?.dispose());

  return {
    view,
    parts,
    ready,
    trouble,
    said,
    records,
    playback,
    limits,
    keptTrouble,
    catalogue,
    due,
    start,
    close,
    practise,
    sources,
    sound: (): PracticeSound | null => sound,
    begin: (): (() => void) => {
      ready.value = true;
      openLink();
      addEventListener('hashchange', openLink);
      addEventListener('pageshow', look);
      // Fetched beside the page: nothing of it is needed to draw the exercises.
      opened = import('../../practice-store/practice-store.ts').then(async ({ openPracticeStore }) => {
        store = await openPracticeStore();
        await look();
      });
      return () => {
        removeEventListener('hashchange', openLink);
        removeEventListener('pageshow', look);
      };
    },
    async show(kind: 'tour' | 'see', exercise: string): Promise<void> {
      if (await load()) view.value = { kind, exercise };
    },
    /** From the check on to its set. */
    startChecked(set: PracticeSet): void {
      unchecked = true;
      void start(set);
    },
    /** The weakest and longest unpractised together. */
    review(): void {
      const chosen = due.peek().slice(0, MOST_REVIEWED);
      const exercises = [
        ...new Map(chosen.map(({ exercise, way }) => [exercise, { id: exercise, way }])).values(),
      ];
      const first = catalogue.peek().exercises.find(({ id }) => id === exercises[0].id)!;
      const set = defaultSet(first, exercises[0].way, [], randomSeed());
      void start({ ...set, exercises, sources: [...new Set(chosen.map(({ source }) => source))] });
    },
    /** The last set again, with other questions. */
    again(): void {
      const now = view.peek();
      if (now.kind === 'set') void start({ ...now.set, seed: randomSeed() });
    },
    /** Keep what was answered so far. While a set goes on, its seed, from which answers follow, is not written down. */
    keep(record: PracticeRecord, finished: boolean): void {
      if (record.answers.length === 0) return;
      const kept = finished ? record : { ...record, set: { ...record.set, seed: 0 } };
      records.value = [...records.peek().filter(({ id }) => id !== kept.id), kept];
      store?.add(kept).then(
        () => (keptTrouble.value = store!.trouble),
        () =>
          (keptTrouble.value = 'This set could not be kept. Its result is shown until you leave the page.'),
      );
    },
    keepPlayback(check: PlaybackCheck): void {
      playback.value = check;
      void store?.keepPlayback(check);
    },
    /** Keep those of a file that are new; how many were. */
    async takeRecords(fromFile: readonly PracticeRecord[]): Promise<number> {
      const added = (await store?.addNew(fromFile)) ?? 0;
      await look();
      return added;
    },
    async forgetAll(): Promise<boolean> {
      const gone = (await store?.clear()) ?? true;
      await look();
      return gone;
    },
    async takeOwn(source: Source | null): Promise<void> {
      await load();
      own.value = source;
    },
    linkOf(set: PracticeSet): string {
      const url = new URL(location.pathname, location.href);
      url.hash = writeSet(set);
      return url.href;
    },
    titleOf: (id: string): string => offered.exercises.find((entry) => entry.id === id)?.title ?? id,
    labelOf: (id: string): string => catalogue.peek().sources.find((entry) => entry.id === id)?.label ?? id,
    playbackText: computed(() => playbackText(playback.value)),
    resultsText: computed(() => {
      const { length } = records.value;
      return length === 0 ? '' : `${length} ${length === 1 ? 'set' : 'sets'}`;
    }),
  };
});

function playbackText(check: PlaybackCheck | null): string {
  if (!check) return 'not done yet; it takes two minutes';
  const sides = { stereo: 'stereo', swapped: 'sides swapped', mono: 'one ear or mono' }[check.sides];
  return `${sides}, ${check.lowestHz} Hz to ${(check.highestHz / 1000).toFixed(0)} kHz, on ${check.day}`;
}
