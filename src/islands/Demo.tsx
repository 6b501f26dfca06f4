import { useModel } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { muteSwitchMayRule } from '../audio/mute-switch.ts';
import type { MeasuredDemo, ShownKnob } from '../demos/demo.ts';
import { devicesOf } from '../dsp/mix-spec.ts';
import { labelInSentence } from '../setting-text.ts';
import { onKey } from './demo-keys.ts';
import { BlindButton } from './BlindButton.tsx';
import { DemoModel, type Phase } from './demo-model.ts';
import { LatePanel } from './LatePanel.tsx';
import { PicturesSlot } from './PicturesSlot.tsx';
import { matchText, type MatchState } from './readout-text.ts';
import { Readouts } from './Readouts.tsx';
import { Slider } from './Slider.tsx';
import { Switch } from './Switch.tsx';
import { Tools } from './Tools.tsx';
import { useLink } from './use-link.ts';
import { WhatChanged } from './WhatChanged.tsx';

const SIDES = ['a', 'b', 'c', 'd'];

interface DemoProps {
  readonly demo: MeasuredDemo;
  /** The page that a link to this sound leads to, where it is not this one. */
  readonly pageUrl?: string;
  /** A still picture of the comparison. */
  readonly children?: ComponentChildren;
  /** Hands the model to a frame around the demo. */
  onModel?(model: InstanceType<typeof DemoModel>): void;
}

/** A comparison to listen to: play, choose a version, switch devices, match levels, read the meters. */
export function Demo({ demo, pageUrl, onModel, children }: DemoProps) {
  const model = useModel(() => new DemoModel(demo));
  const section = useRef<HTMLElement>(null);
  const [ready, setReady] = useState(false);
  useEffect(() => setReady(true), []);
  useEscape(model.stop);
  useLink(demo, model, section);
  useEffect(() => onModel?.(model), [model, onModel]);

  // What a model's functions read is not tracked: without this, a setting turned twice is drawn once.
  void model.state.value;
  const panel = { demo, model };
  const phase = model.phase.value;
  const trouble = model.trouble.value;
  const matchId = `${demo.id}-match`;
  const told = (
    <>
      <WhatChanged {...panel} />
      <PicturesSlot {...panel}>{children}</PicturesSlot>
    </>
  );
  return (
    <section
      class="demo"
      data-demo={demo.id}
      aria-label={demo.title}
      ref={section}
      tabIndex={-1}
      onPointerDown={model.pressed}
      onKeyDown={(event) => onKey(event, demo, model)}
      data-blind={model.override.value ? '' : undefined}
    >
      <p class="demo-listen">{demo.listenFor}</p>
      <div class="demo-transport">
        <button
          type="button"
          class="demo-play"
          data-phase={phase}
          disabled={!ready}
          onClick={model.togglePlay}
        >
          {phase === 'stopped' ? 'Play' : 'Stop'}
        </button>
        {phase === 'loading' && (
          <progress class="demo-loading" aria-label="Loading the song" max={1} value={model.loaded.value} />
        )}
        <p class="demo-status" role="status">
          {statusText(phase, model.interrupted.value, model.notice.value)}
        </p>
      </div>
      {trouble && (
        <div class="demo-trouble" role="alert">
          <p>{trouble.message}</p>
          <p>{trouble.whatToDo}</p>
        </div>
      )}
      <div class="demo-compare" role="radiogroup" aria-label="Compare">
        {demo.variants.map((variant, i) => (
          <label class="demo-variant" data-side={SIDES[i]} key={variant.id}>
            <input
              type="radio"
              name={`${demo.id}-variant`}
              value={variant.id}
              checked={model.variantId.value === variant.id}
              disabled={!ready}
              aria-keyshortcuts={String(i + 1)}
              onChange={() => model.choose(variant.id)}
            />
            <span>{variant.label}</span>
          </label>
        ))}
      </div>
      <div class="demo-switches">
        {demo.switches.map((entry) => (
          <Switch
            key={entry.name}
            name={entry.name}
            on={model.switchIsOn(entry)}
            disabled={!ready}
            onFlip={() => model.flip(entry)}
          />
        ))}
        <div class="demo-match">
          <Switch
            name="Level match"
            on={model.levelMatch.value}
            disabled={!ready}
            describedBy={matchId}
            onFlip={model.toggleLevelMatch}
          />
          <span class="demo-match-db" id={matchId}>
            {matchText(model.match.offsetDb.value, model.levelMatch.value, matchState(model.match, phase))}
          </span>
        </div>
      </div>
      {demo.earsFirst ? (
        <details class="demo-told">
          <summary>What changed, in words and pictures</summary>
          {told}
        </details>
      ) : (
        told
      )}
      {demo.knobs.length > 0 && (
        <fieldset class="demo-knobs">
          <legend>Turn it yourself</legend>
          {demo.knobs.map((knob) => (
            <Slider
              key={knob.key}
              id={`${demo.id}-${knob.key}`}
              label={knobLabel(demo, knob)}
              parameter={knob.parameter}
              value={model.knobValue(knob)}
              initial={model.authoredValue(knob)}
              disabled={!ready}
              onChange={(value) => model.turn(knob, value)}
              onType={(text) => model.type(knob, text)}
            />
          ))}
        </fieldset>
      )}
      <Tools {...panel} disabled={!ready} pageUrl={pageUrl} />
      <Readouts
        readings={model.readings.value}
        loudnessLufs={model.match.loudnessLufs.value}
        gainReduction={shownGainReduction(demo, (id) => model.deviceIsOn(id))}
      />
      <BlindButton {...panel} disabled={!ready} />
      <LatePanel
        className="demo-inside"
        summary="Look inside"
        load={() => import('./LookInsidePanel.tsx')}
        {...panel}
      />
      <LatePanel
        className="demo-bounce"
        summary="Keep this sound as a file"
        load={() => import('./Bounce.tsx')}
        {...panel}
      />
    </section>
  );
}

function statusText(phase: Phase, interrupted: boolean, notice: string): string {
  if (phase === 'loading') return 'Loading the song…';
  if (interrupted) return 'The system paused the sound. Press anywhere to go on.';
  if (notice || phase === 'stopped') return notice;
  return muteSwitchMayRule() ? 'If you hear nothing, look at the device’s mute switch.' : '';
}

function matchState({ pending, failed }: InstanceType<typeof DemoModel>['match'], phase: Phase): MatchState {
  if (failed.value) return 'failed';
  if (!pending.value) return 'settled';
  return phase === 'stopped' ? 'waiting' : 'pending';
}

/** The device is named only where there are knobs of several. */
function knobLabel(demo: MeasuredDemo, { deviceName, parameter }: ShownKnob): string {
  const one = demo.knobs.every((knob) => knob.deviceName === deviceName);
  return one ? parameter.label : `${deviceName}: ${labelInSentence(parameter.label)}`;
}

function shownGainReduction(demo: MeasuredDemo, isOn: (id: string) => boolean) {
  const device = devicesOf(demo.variants[0].spec).find((entry) => entry.id === demo.gainReductionOf);
  return device ? { id: device.id, name: device.name, on: isOn(device.id) } : null;
}

/** Escape silences, wherever the focus is. */
function useEscape(stop: () => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') stop();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [stop]);
}
