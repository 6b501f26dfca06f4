import { useEffect, useMemo, useState } from 'preact/hooks';
import type { MixSpec } from '../../dsp/mix-spec.ts';
import type { Exercise, Source, Way } from '../../training/exercise.ts';
import { levelled } from '../../training/level-rules.ts';
import type { Question } from '../../training/question.ts';
import { Draw } from '../../training/random.ts';
import type { PracticeSound } from './practice-sound.ts';
import { SourceSelect, suitedSources, Unscored, type UnscoredProps } from './Unscored.tsx';

interface TourProps extends UnscoredProps {
  readonly sound: PracticeSound;
}

/** Something to listen to on a tour, with its name. */
interface Stop {
  readonly id: string;
  readonly label: string;
  readonly spec: MixSpec;
  readonly question: Question;
}

const SEED = 7;

/** Everything that an exercise asks about, named, to listen to before or after practising. Nothing is scored. */
export function Tour({ sound, ...props }: TourProps) {
  const { exercise, sources } = props;
  const suited = suitedSources(exercise, sources);
  const [sourceId, setSourceId] = useState(suited[0].id);
  const [heardId, setHeardId] = useState('');
  const source = suited.find(({ id }) => id === sourceId) ?? suited[0];
  const stops = useMemo(() => stopsOf(exercise, source), [exercise, source]);
  useEffect(() => () => sound.stop(), [sound, source]);
  const hear = async (stop: Stop): Promise<void> => {
    setHeardId(stop.id);
    const { levels } = stop.question;
    if (levels !== 'matched') {
      void sound.play(levelled(stop.spec, levels, 0, 0));
      return;
    }
    // Come down to the quietest of the tour's sounds, measured as they are asked for.
    void sound.play(levelled(stop.spec, levels, 0, MOST_LOUDER_DB));
    try {
      const enough = new AbortController();
      const [own, dry] = [
        await sound.measure(stop.spec, enough.signal),
        await sound.measure(stops[0].spec, enough.signal),
      ];
      sound.apply(
        levelled(stop.spec, levels, 0, Math.max(0, own + stop.spec.matchDb - dry + MOST_LOUDER_DB)),
      );
    } catch {
      // It plays a little louder or quieter than the others; nothing is judged here.
    }
  };
  const trouble = sound.trouble.value;
  return (
    <Unscored what="Tour" {...props}>
      <p>{exercise.trains} Everything has its name here. Go through it until you know what to listen for.</p>
      {suited.length > 1 && (
        <p class="set-row">
          <SourceSelect sources={suited} chosen={source} onChoose={setSourceId} />
        </p>
      )}
      {trouble && (
        <div class="demo-trouble" role="alert">
          <p>{trouble.message}</p>
          <p>{trouble.whatToDo}</p>
        </div>
      )}
      <div class="trainer-sound">
        <button
          type="button"
          class="demo-play"
          data-phase={sound.phase.value}
          onClick={() =>
            sound.phase.value === 'stopped'
              ? void hear(stops.find(({ id }) => id === heardId) ?? stops[0])
              : sound.stop()
          }
        >
          {sound.phase.value === 'stopped' ? 'Play' : 'Stop'}
        </button>
        <div class="tour-stops" role="radiogroup" aria-label="Listen to">
          {stops.map((stop) => (
            <label class="trainer-pad" key={stop.id}>
              <input
                type="radio"
                name="tour"
                value={stop.id}
                checked={heardId === stop.id}
                onChange={() => void hear(stop)}
              />
              <span>{stop.label}</span>
            </label>
          ))}
        </div>
      </div>
    </Unscored>
  );
}

/** Room for what is quieter than the untouched sound, in dB. */
const MOST_LOUDER_DB = 4;

/** The untouched sound, then each answer of the easiest question, or each size there is. */
function stopsOf(exercise: Exercise, source: Source): Stop[] {
  const ask = (way: Way, rung: number, answer: number): Question =>
    exercise.ask({ source, way, rung, answer, draw: new Draw(SEED) });
  const way = exercise.ways.includes('name') ? 'name' : exercise.ways[0];
  const first = ask(way, 0, 0);
  const dry: Stop = { id: 'dry', label: first.dryLabel ?? 'Untouched', spec: first.dry, question: first };
  if (way === 'name' && first.kind === 'choice' && exercise.choiceCount(way, source) > 2)
    return [
      dry,
      ...Array.from({ length: exercise.choiceCount(way, source) }, (_, answer): Stop => {
        const question = ask(way, 0, answer);
        const right =
          question.kind === 'choice' ? question.choices.find(({ id }) => id === question.answer) : null;
        return { id: String(answer), label: right?.label ?? question.tells, spec: question.truth, question };
      }),
    ];
  return [
    dry,
    ...exercise.ladder.map((_, rung): Stop => {
      const question = ask(way, rung, 0);
      return { id: `rung-${rung}`, label: question.tells, spec: question.truth, question };
    }),
  ];
}
