import { NO_ANSWER } from '../../training/grade.ts';
import type { Question } from '../../training/question.ts';
import type { TrainerModel } from './trainer-model.ts';

interface FeedbackProps {
  readonly model: InstanceType<typeof TrainerModel>;
  readonly question: Question;
}

/** Right after the answer: what was said, what it was, by how much it was off. All of it can be heard above. */
export function Feedback({ model, question }: FeedbackProps) {
  const graded = model.graded.value;
  if (!graded) return null;
  const { right, credit, said, was, off } = graded;
  const inTime = said !== NO_ANSWER;
  return (
    <div class="trainer-feedback" data-right={right}>
      <div role="status">
        <p class="trainer-verdict">
          <span aria-hidden="true">{right ? '✓' : '×'}</span>{' '}
          {right ? 'Right.' : inTime ? verdictOf(credit) : 'Time was up.'}
        </p>
        <p>{question.tells}</p>
        {!right && inTime && question.kind === 'choice' && (
          <p>
            You said “{said}”; it was “{was}”.
          </p>
        )}
        {off && <p>{off}</p>}
      </div>
      <button type="button" class="trainer-next" onClick={model.next}>
        Next
      </button>
    </div>
  );
}

/** Less of a point is not worth a word. */
const LEAST_CREDIT = 0.05;

function verdictOf(credit: number): string {
  return credit >= LEAST_CREDIT ? `Not quite: ${Math.round(100 * credit)} % of a point.` : 'Not this time.';
}
