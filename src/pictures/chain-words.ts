import { chainDevices, type Chain, type ChainChannel } from './chain-model.ts';
import { commaless, listed } from './stem-names.ts';

/** More names than these are counted instead. */
const MOST_NAMES = 6;

/** The chain in a few sentences: what works, how the stems reach the master, what differs. */
export function chainWords(chain: Chain, otherLabel: string): string {
  const devices = chainDevices(chain);
  const bypassed = devices.filter((device) => device.bypassed).map(({ name }) => name);
  const working = `${devices.length - bypassed.length} of ${devices.length} devices work`;
  const sentences = [
    bypassed.length === 0 ? `${working}.` : `${working}; bypassed: ${few(bypassed, 'devices')}.`,
    ...routes(chain),
    `${['Mix bus', ...chain.master.map(({ name }) => name), 'out'].join(' → ')}.`,
    difference(chain, otherLabel),
  ];
  return sentences.join(' ');
}

/** "−13 dB" of a send. */
export function sendText(levelDb: number): string {
  const text = Math.abs(levelDb).toFixed(1).replace(/\.0$/, '');
  return `${levelDb < 0 ? '−' : ''}${text}\u00a0dB`;
}

/** Where a channel's sound goes: "to Band, and to Plate at −13 dB". */
export function routeText({ to, sends }: ChainChannel): string {
  const sent = sends.map((send) => `${send.to} at ${sendText(send.levelDb)}`);
  return `to ${to}${sent.length === 0 ? '' : `, and to ${listed(sent)}`}`;
}

function routes({ strips, groups, returns }: Chain): string[] {
  const grouped = groups.map(({ name }) => {
    const members = strips.filter(({ to }) => to === name).map((strip) => strip.name);
    return saying(members, ['goes', 'go'], `through ${name}`);
  });
  const sent = returns.map(({ name }) => {
    const senders = strips.filter(({ sends }) => sends.some(({ to }) => to === name));
    return saying(
      senders.map((strip) => strip.name),
      ['also feeds', 'also feed'],
      name,
    );
  });
  return [...grouped, ...sent].filter((sentence) => sentence !== null);
}

function saying(
  names: readonly string[],
  [one, several]: readonly [string, string],
  rest: string,
): string | null {
  if (names.length === 0) return null;
  return `${few(names, 'stems')} ${names.length === 1 ? one : several} ${rest}.`;
}

function difference(chain: Chain, otherLabel: string): string {
  const devices = chainDevices(chain).filter((device) => device.difference !== null);
  const channels = [...chain.strips, ...chain.groups, ...chain.returns].filter(
    ({ mixDiffers }) => mixDiffers,
  );
  const told = [
    ...(devices.length > 0
      ? [
          few(
            devices.map(({ name }) => name),
            'devices',
          ),
        ]
      : []),
    ...(channels.length > 0
      ? [
          `the fader, pan or sends of ${few(
            channels.map(({ name }) => name),
            'channels',
          )}`,
        ]
      : []),
  ];
  return told.length === 0
    ? `The same as “${otherLabel}”.`
    : `Not as in “${otherLabel}”: ${told.join('; ')}.`;
}

function few(names: readonly string[], what: string): string {
  return names.length > MOST_NAMES ? `${names.length} ${what}` : listed(names.map(commaless));
}
