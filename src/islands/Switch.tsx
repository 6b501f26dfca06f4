interface SwitchProps {
  readonly name: string;
  readonly on: boolean;
  readonly disabled: boolean;
  readonly describedBy?: string;
  onFlip(): void;
}

/** An on/off switch (ARIA switch pattern): a native button that says its state. */
export function Switch({ name, on, disabled, describedBy, onFlip }: SwitchProps) {
  return (
    <button
      type="button"
      role="switch"
      class="switch"
      aria-checked={on}
      aria-describedby={describedBy}
      disabled={disabled}
      onClick={onFlip}
    >
      <span class="switch-track" aria-hidden="true" />
      {name}
    </button>
  );
}
