import type { BlindResult } from './blind-model.ts';

/** Trial by trial: what X was and what was said. */
export function BlindResults({ result }: { readonly result: BlindResult }) {
  return (
    <details class="blind-results">
      <summary>Trial by trial</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">Trial</th>
            <th scope="col">X was</th>
            <th scope="col">You said</th>
          </tr>
        </thead>
        <tbody>
          {result.trials.map(({ was, said }, i) => (
            <tr key={i}>
              <th scope="row">{i + 1}</th>
              <td>{was}</td>
              <td>
                {said} {was === said ? '✓' : '✗'}
                <span class="visually-hidden">{was === said ? ' right' : ' wrong'}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
