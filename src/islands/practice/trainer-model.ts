import { batch, computed, createModel, effect, signal } from '@preact/signals';
import { asTrouble, type Trouble } from '../../audio/trouble.ts';
import type { MixSpec } from '../../dsp/mix-spec.ts';
import { levelled, rovingDb } from '../../training/level-rules.ts';
import type { PracticeRecord } from '../../training/practice-record.ts';
import type { PracticeSet } from '../../training/practice-set.ts';
import type { MatchQuestion, Question } from '../../training/question.ts';
import { Draw, seedOf } from '../../training/random.ts';
import {
  answered,
  present,
  recordOf,
  startSession,
  type Graded,
  type Presented,
  type Response,
  type Session,
  type SessionSurroundings,
} from '../../training/session.ts';
import type { PracticeSound } from './practice-sound.ts';
import { afterwards, beforehand, soundsOf, startOf, truthIn, YOURS, type Audible } from './trainer-sounds.ts';

/** For how long a question may be listened to; the answer may come later. */
export interface ListeningLimits {
  /** Times round the loop; 0 for as often as one likes. */
  readonly laps: number;
  /** Seconds to answer in; 0 for as long as one likes. */
  readonly seconds: number;
}

/** A knob has to rest this long before its loudness is measured anew. */
const REST_MS = 150;
/** Draws of this kind come after all that a session makes from its seed. */
const ROVING_DRAWS = 1_000_000;

export type TrainerStage = 'preparing' | 'listening' | 'answered' | 'finished';

interface TrainerDraft {
  readonly set: PracticeSet;
  readonly surroundings: SessionSurroundings;
  readonly limits: ListeningLimits;
  readonly sound: PracticeSound;
  /** Of the record: when it began, and the day where the learner is. */
  readonly id: string;
  readonly day: string;
  /** Told after each answer and at the end, so that what was done is kept. */
  onRecord(record: PracticeRecord, finished: boolean): void;
}

/**
 * A set while it is taken. What the answer is stays in here until it is given: the page holds labels that say nothing
 * of it, and every sound comes from the same buffers through the same mix.
 */
export const TrainerModel = createModel((draft: TrainerDraft) => {
  const { sound, set, limits } = draft;
  const stage = signal<TrainerStage>('preparing');
  const presented = signal<Presented | null>(null);
  const heardId = signal('');
  /** What has been listened to in this question. */
  const heardIds = signal<ReadonlySet<string>>(new Set());
  const settings = signal<Readonly<Record<string, number>>>({});
  const graded = signal<Graded | null>(null);
  const record = signal<PracticeRecord | null>(null);
  const trouble = signal<Trouble | null>(null);
  /** Listening has come to its limit. */
  const spent = signal(false);
  const secondsLeft = signal<number | null>(null);

  let session: Session = startSession(set, draft.surroundings);
  let specs = new Map<string, MixSpec>();
  /** Where `yours` is a sound of its own: how far it is turned down to match, and by how much it roves. */
  let yoursMatchDb = 0;
  let abort = new AbortController();
  let restTimer: ReturnType<typeof setTimeout> | undefined;
  let lapTimer: ReturnType<typeof setTimeout> | undefined;
  let clock: ReturnType<typeof setInterval> | undefined;
  /** The quietest sound of the question, in LUFS as it would play unmatched. */
  let quietestLufs = 0;

  const question = computed<Question | null>(() => presented.value?.question ?? null);
  const audible = computed<readonly Audible[]>(() => {
    const now = question.value;
    if (!now) return [];
    if (stage.value === 'answered') return afterwards(now, graded.value);
    return beforehand(now, heardIds.value);
  });

  const clearTimers = (): void => {
    clearTimeout(restTimer);
    clearTimeout(lapTimer);
    clearInterval(clock);
  };

  const specOfYours = (now: MatchQuestion): MixSpec =>
    levelled(now.specAt(settings.peek()), now.levels, 0, yoursMatchDb);

  const hear = (id: string): void => {
    const now = question.peek();
    if (!now || spent.peek() || !audible.peek().some((entry) => entry.id === id)) return;
    const spec =
      id === YOURS && now.kind === 'match' && stage.peek() === 'listening' ? specOfYours(now) : specs.get(id);
    if (!spec) return;
    batch(() => {
      heardId.value = id;
      heardIds.value = new Set(heardIds.peek()).add(id);
    });
    // A copy, so that the same message goes to the mix whatever is chosen.
    void sound.play({ ...spec });
  };

  /** Every sound of a question as it plays, by id. */
  const prepared = async (
    now: Question,
    number: number,
    aborted: AbortSignal,
  ): Promise<Map<string, MixSpec>> => {
    const roving = new Draw(seedOf(set.seed, ROVING_DRAWS + number));
    const start = now.kind === 'match' ? [now.specAt(startOf(now))] : [];
    const all = [...soundsOf(now), ...start];
    const loudness = new Map<MixSpec, number>();
    quietestLufs = 0;
    if (now.levels === 'matched') {
      // All of them each time: how long it takes says nothing.
      for (const spec of all) loudness.set(spec, spec.matchDb + (await sound.measure(spec, aborted)));
      quietestLufs = Math.min(...loudness.values());
      yoursMatchDb = start[0] ? loudness.get(start[0])! - quietestLufs : 0;
    } else yoursMatchDb = 0;
    const louderDb = (spec: MixSpec): number => (loudness.get(spec) ?? quietestLufs) - quietestLufs;
    const ready = new Map<string, MixSpec>();
    for (const { id, spec } of now.heard)
      ready.set(id, levelled(spec, now.levels, rovingDb(now.levels, roving), louderDb(spec)));
    ready.set('dry', levelled(now.dry, now.levels, 0, louderDb(now.dry)));
    ready.set('true', levelled(now.truth, now.levels, 0, louderDb(now.truth)));
    return ready;
  };

  const beginListening = (): void => {
    if (limits.seconds > 0) {
      const until = performance.now() + 1000 * limits.seconds;
      secondsLeft.value = limits.seconds;
      clock = setInterval(() => {
        secondsLeft.value = Math.max(0, Math.ceil((until - performance.now()) / 1000));
        if (secondsLeft.peek() === 0) respond({ kind: 'none' });
      }, 250);
    }
    if (limits.laps > 0)
      lapTimer = setTimeout(
        () => {
          spent.value = true;
          sound.stop();
        },
        1000 * limits.laps * Math.max(1, sound.loopSeconds),
      );
  };

  const ask = async (): Promise<void> => {
    clearTimers();
    abort.abort();
    abort = new AbortController();
    const { signal: aborted } = abort;
    sound.stop();
    const next = present(session);
    if (!next) {
      finish(false);
      return;
    }
    batch(() => {
      stage.value = 'preparing';
      presented.value = next;
      graded.value = null;
      heardIds.value = new Set();
      heardId.value = '';
      settings.value = next.question.kind === 'match' ? startOf(next.question) : {};
      spent.value = false;
      secondsLeft.value = null;
      trouble.value = null;
    });
    try {
      specs = await prepared(next.question, next.number, aborted);
      if (aborted.aborted) return;
      stage.value = 'listening';
      hear(next.question.heard[0].id);
      beginListening();
    } catch (error) {
      if (!aborted.aborted) trouble.value = asTrouble(error);
    }
  };

  const respond = (response: Response): void => {
    const now = question.peek();
    if (!now || stage.peek() !== 'listening') return;
    clearTimers();
    const result = answered(session, response);
    session = result.session;
    const { yours } = result.graded;
    if (yours) specs.set(YOURS, levelled(yours, now.levels, 0, now.kind === 'match' ? yoursMatchDb : 0));
    batch(() => {
      stage.value = 'answered';
      graded.value = result.graded;
      spent.value = false;
      secondsLeft.value = null;
    });
    draft.onRecord(
      recordOf(session, { id: draft.id, day: draft.day, endedEarly: present(session) !== null }),
      false,
    );
    if (yours && now.levels === 'matched' && now.kind === 'choice') void matchYours(now, yours);
    // The answer is heard at once, at the same spot.
    hear(truthIn(now));
    prepareNext();
  };

  /** While the answer is listened to, the next question is measured, so that it begins without a pause. */
  const prepareNext = (): void => {
    const next = present(session)?.question;
    if (next?.levels !== 'matched') return;
    // What goes wrong is told when the question is put.
    sound.measureAhead(soundsOf(next)).catch(() => undefined);
  };

  const matchYours = async (now: Question, yours: MixSpec): Promise<void> => {
    try {
      const lufs = yours.matchDb + (await sound.measure(yours, abort.signal));
      specs.set(YOURS, levelled(yours, now.levels, 0, lufs - quietestLufs));
      if (heardId.peek() === YOURS) hear(YOURS);
    } catch {
      // Left as it is: it was an extra.
    }
  };

  const finish = (endedEarly: boolean): void => {
    clearTimers();
    abort.abort();
    sound.stop();
    const done = recordOf(session, { id: draft.id, day: draft.day, endedEarly });
    batch(() => {
      record.value = done;
      stage.value = 'finished';
    });
    draft.onRecord(done, true);
  };

  effect(() => () => {
    clearTimers();
    abort.abort();
    sound.stop();
  });

  return {
    stage,
    presented,
    question,
    audible,
    heardId,
    heardIds,
    settings,
    graded,
    record,
    trouble,
    spent,
    secondsLeft,
    hear,
    respond,
    next: (): void => void ask(),
    begin: (): void => void ask(),
    endEarly: (): void => finish(true),
    togglePlay(): void {
      if (sound.phase.peek() === 'stopped') hear(heardId.peek() || (audible.peek()[0]?.id ?? ''));
      else sound.stop();
    },
    /** Turn one of a match question's knobs; what is heard becomes the learner's own. */
    turn(knobId: string, value: number): void {
      const now = question.peek();
      if (now?.kind !== 'match' || stage.peek() !== 'listening') return;
      settings.value = { ...settings.peek(), [knobId]: value };
      hear(YOURS);
      if (now.levels !== 'matched') return;
      clearTimeout(restTimer);
      restTimer = setTimeout(() => void rematch(now), REST_MS);
    },
  };

  /** Match the loudness of what the knobs have made. */
  async function rematch(now: MatchQuestion): Promise<void> {
    const spec = now.specAt(settings.peek());
    try {
      const lufs = spec.matchDb + (await sound.measure(spec, abort.signal));
      if (question.peek() !== now || stage.peek() !== 'listening') return;
      yoursMatchDb = lufs - quietestLufs;
      if (heardId.peek() === YOURS) hear(YOURS);
    } catch {
      // The last match stands.
    }
  }
});
