import { useState } from 'preact/hooks';
import { LatePanel, type PanelProps } from './LatePanel.tsx';

interface ToolsProps extends PanelProps {
  readonly disabled: boolean;
  /** The page that a link leads to, where it is not this one. */
  readonly pageUrl: string | undefined;
}

/** Undo, reset and the link to this sound, as a toolbar (ARIA toolbar pattern: one tab stop, arrows inside). */
export function Tools({ disabled, pageUrl, ...panel }: ToolsProps) {
  const { demo, model } = panel;
  const [tabStop, setTabStop] = useState(0);
  /** The link, where the browser did not let us copy it. */
  const [link, setLink] = useState('');
  const copyLink = (): void =>
    model.late(import('./copy-link.ts'), async (module) =>
      setLink(await module.copyLink(demo, model, pageUrl)),
    );
  const nothingToUndo = model.steps.value.length === 0;
  const buttons = [
    { name: 'Undo', press: model.undo, keys: 'U Control+Z Meta+Z', idle: nothingToUndo },
    { name: 'Reset to the lesson', press: model.reset },
    { name: 'Copy link to this sound', press: copyLink },
  ];
  const rove = (event: KeyboardEvent & { readonly currentTarget: HTMLElement }): void => {
    const last = buttons.length - 1;
    const next = {
      ArrowLeft: tabStop === 0 ? last : tabStop - 1,
      ArrowRight: tabStop === last ? 0 : tabStop + 1,
      Home: 0,
      End: last,
    }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    (event.currentTarget.children[next] as HTMLElement).focus();
  };
  return (
    <div class="demo-tools">
      <div role="toolbar" aria-label="Your changes" onKeyDown={rove}>
        {buttons.map(({ name, press, keys, idle }, i) => (
          <button
            type="button"
            key={name}
            tabIndex={i === tabStop ? 0 : -1}
            aria-disabled={idle}
            aria-keyshortcuts={keys}
            disabled={disabled}
            onFocus={() => setTabStop(i)}
            onClick={press}
          >
            {name}
          </button>
        ))}
      </div>
      {link && (
        <label class="demo-link">
          <span>Link to this sound</span>
          <input readOnly value={link} ref={(field) => field?.select()} />
        </label>
      )}
      {!pageUrl && (
        <LatePanel
          className="demo-embed"
          summary="Embed this"
          load={() => import('./EmbedSnippet.tsx')}
          {...panel}
        />
      )}
      <LatePanel className="demo-keys" summary="Keys" load={() => import('./KeyList.tsx')} {...panel} />
    </div>
  );
}
