import { useEffect, useState } from 'preact/hooks';
import { listed } from '../../pictures/stem-names.ts';
import type { ChoiceQuestion } from '../../training/question.ts';
import type { TrainerModel } from './trainer-model.ts';

/** So many answers fit beside each other as buttons; more become a list to choose from. */
const MOST_BUTTONS = 4;

interface ChoiceAnswerProps {
  readonly model: InstanceType<typeof TrainerModel>;
  readonly question: ChoiceQuestion;
}

/** The answers that are offered. Each sound has to be heard before one can be given. */
export function ChoiceAnswer({ model, question }: ChoiceAnswerProps) {
  const [chosen, setChosen] = useState('');
  useEffect(() => setChosen(''), [question]);
  const unheard = question.heard.filter(({ id }) => !model.heardIds.value.has(id)).map(({ label }) => label);
  const mayAnswer = unheard.length === 0;
  const give = (id: string): void => {
    if (mayAnswer && id) model.respond({ kind: 'choice', id });
  };
  const hint = (
    <p class="trainer-hint" id="trainer-hint">
      {mayAnswer
        ? 'Go back and forth as often as you like.'
        : `Listen to ${listed(unheard.map((label) => `“${label}”`))} before you answer.`}
    </p>
  );
  if (question.choices.length <= MOST_BUTTONS)
    return (
      <div class="trainer-answer">
        <div class="trainer-buttons" role="group" aria-label="Your answer">
          {question.choices.map(({ id, label }) => (
            <button
              type="button"
              key={id}
              aria-disabled={!mayAnswer}
              aria-describedby="trainer-hint"
              onClick={() => give(id)}
            >
              {label}
            </button>
          ))}
        </div>
        {hint}
      </div>
    );
  return (
    <form
      class="trainer-answer"
      onSubmit={(event) => {
        event.preventDefault();
        give(chosen);
      }}
    >
      <fieldset class="trainer-choices">
        <legend>Your answer</legend>
        {question.choices.map(({ id, label }) => (
          <label key={id}>
            <input
              type="radio"
              name="trainer-choice"
              value={id}
              checked={chosen === id}
              onChange={() => setChosen(id)}
            />
            <span>{label}</span>
          </label>
        ))}
      </fieldset>
      <button type="submit" aria-disabled={!mayAnswer || !chosen} aria-describedby="trainer-hint">
        Answer
      </button>
      {hint}
    </form>
  );
}
