import { devicesOf, type DeviceSpec } from '../dsp/mix-spec.ts';
import type { Parameter } from '../dsp/parameter.ts';
import type { DemoModel } from './demo-model.ts';
import { loudnessText, reductionText } from './readout-text.ts';
import { valueText } from './value-text.ts';

type Model = InstanceType<typeof DemoModel>;

interface LiveSettingsProps {
  readonly model: Model;
  readonly deviceId: string;
  /** By name: those that are shown. */
  readonly parameters: readonly (readonly [name: string, parameter: Parameter])[];
  readonly reduces: boolean;
}

/** Where a device's settings stand now, and how far it turns down; follows the version, the knobs and the sound. */
export function LiveSettings({ model, deviceId, parameters, reduces }: LiveSettingsProps) {
  const device = deviceNow(model, deviceId);
  if (!device || (parameters.length === 0 && !reduces)) return null;
  const values = new Map(Object.entries(device.settings));
  return (
    <dl class="excerpt-values">
      {parameters.map(([name, parameter]) => (
        <div key={name}>
          <dt>{parameter.label}</dt>
          <dd>{valueText(parameter, values.get(name) ?? parameter.default)}</dd>
        </div>
      ))}
      {reduces && (
        <div>
          <dt>Turned down now</dt>
          <dd>
            {device.bypassed ? 'off' : reductionText(model.readings.value?.gainReductionDb.get(deviceId))}
          </dd>
        </div>
      )}
    </dl>
  );
}

/** What the level match does with the version that is chosen. */
export function LiveMatch({ model: { match, levelMatch } }: { readonly model: Model }) {
  return (
    <dl class="excerpt-values">
      <div>
        <dt>This version</dt>
        <dd>{match.pending.value ? 'measuring…' : loudnessText(match.loudnessLufs.value)}</dd>
      </div>
      <div>
        <dt>Turned down by</dt>
        <dd>{levelMatch.value ? reductionText(-match.offsetDb.value) : 'off'}</dd>
      </div>
    </dl>
  );
}

/** Said while the code is not what is heard. */
export function SwitchedOff({ model, deviceId }: Pick<LiveSettingsProps, 'model' | 'deviceId'>) {
  return deviceNow(model, deviceId)?.bypassed ? (
    <strong>Here it is switched off: the sound passes by.</strong>
  ) : null;
}

/** A device as it is set in what is chosen. */
function deviceNow(model: Model, id: string): DeviceSpec | undefined {
  return devicesOf(model.spec.value).find((device) => device.id === id);
}
