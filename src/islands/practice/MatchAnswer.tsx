import { typedSetting } from '../../typed-setting.ts';
import type { MatchQuestion } from '../../training/question.ts';
import { Slider } from '../Slider.tsx';
import type { TrainerModel } from './trainer-model.ts';
import { YOURS } from './trainer-sounds.ts';

interface MatchAnswerProps {
  readonly model: InstanceType<typeof TrainerModel>;
  readonly question: MatchQuestion;
}

/** The controls to turn until yours sounds like the target. */
export function MatchAnswer({ model, question }: MatchAnswerProps) {
  const settings = model.settings.value;
  const mayAnswer =
    model.heardIds.value.has(YOURS) && question.heard.every(({ id }) => model.heardIds.value.has(id));
  return (
    <div class="trainer-answer">
      {question.knobs.map(({ id, parameter, start }) => (
        <Slider
          key={id}
          id={`trainer-${id}`}
          label={parameter.label}
          parameter={parameter}
          value={settings[id] ?? start}
          initial={start}
          disabled={false}
          onChange={(value) => model.turn(id, value)}
          onType={(text) => {
            const typed = typedSetting(parameter, text);
            if (typed.ok) model.turn(id, typed.value);
            return Promise.resolve(typed.ok ? '' : typed.reason);
          }}
        />
      ))}
      <button
        type="button"
        class="trainer-give"
        aria-disabled={!mayAnswer}
        aria-describedby="trainer-hint"
        onClick={() => mayAnswer && model.respond({ kind: 'match', settings: model.settings.peek() })}
      >
        That is it
      </button>
      <p class="trainer-hint" id="trainer-hint">
        {question.targetHidden
          ? 'Once you listen to yours, the other is gone until you have answered.'
          : 'Turn yours, go back to the target, and turn again.'}
      </p>
    </div>
  );
}
