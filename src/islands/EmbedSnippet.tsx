import { useRef } from 'preact/hooks';
import { embedSnippet } from '../embed/embed-snippet.ts';
import { withBase } from '../with-base.ts';
import { copied, linkTo } from './copy-link.ts';
import type { PanelProps } from './LatePanel.tsx';

/** The HTML that puts this demo, as it stands, on somebody's own page. */
export function Panel({ demo, model }: PanelProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  const snippet = embedSnippet(demo.title, linkTo(demo, model, withBase(`embed/${demo.id}/`)));
  const copy = async (): Promise<void> => {
    if (!(await copied(snippet, model.say))) field.current?.select();
  };
  return (
    <>
      <label>
        <span>HTML for your page: this demo, with the sound as it is set now</span>
        <textarea ref={field} readOnly rows={5} spellcheck={false} value={snippet} />
      </label>
      <button type="button" onClick={() => void copy()}>
        Copy the HTML
      </button>
    </>
  );
}
