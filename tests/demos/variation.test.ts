import { describe, expect, it } from 'vitest';
import { bounceSpec } from '../../src/demos/bounce-spec.ts';
import { only, sent, withReturn, withoutReturns } from '../../src/demos/variation.ts';
import { device } from '../../src/dsp/mix-draft.ts';
import type { MixSpec } from '../../src/dsp/mix-spec.ts';
import { acoustic } from '../../src/mixes/acoustic.ts';

const mix = only(acoustic.mixed, ['vocal']);
const sendsOf = (spec: MixSpec, stem: string) => spec.strips.find((strip) => strip.stem === stem)!.sends;

describe('Sends and returns', () => {
  it('a send that is there gets another level, one that is not there is added', () => {
    const spec = sent(mix, 'room', { vocal: -3, cajon: -9 });
    expect(sendsOf(spec, 'vocal')).toEqual([{ to: 'room', levelDb: -3 }]);
    expect(sendsOf(spec, 'cajon')).toEqual([{ to: 'room', levelDb: -9 }]);
    expect(sendsOf(spec, 'piano')).toEqual(sendsOf(mix, 'piano'));
  });

  it('a stem or return that is not there is named', () => {
    expect(() => sent(mix, 'cave', { vocal: 0 })).toThrow('acoustic: no return "cave"');
    expect(() => sent(mix, 'room', { tuba: 0 })).toThrow('acoustic: no stem "tuba"');
    expect(() => withoutReturns(mix, ['cave'])).toThrow('acoustic: no return "cave"');
  });

  it('a return that is added is heard when something is sent there, and not when it is silent', async () => {
    const echo = device('delay', 'echo', 'Echo', { mixPercent: 100 });
    const closed = withoutReturns(mix, ['room']);
    const echoing = sent(withReturn(closed, 'echo', { name: 'Echo', devices: [echo] }), 'echo', { vocal: 0 });
    const [before, after, silent] = await Promise.all(
      [closed, echoing, withoutReturns(echoing, ['echo'])].map(bounceSpec),
    );
    expect(after[0]).not.toEqual(before[0]);
    expect(silent[0]).toEqual(before[0]);
  });
});
