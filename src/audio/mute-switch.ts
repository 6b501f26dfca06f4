interface AudioSession {
  type: string;
}

function audioSession(): AudioSession | undefined {
  return (navigator as Navigator & { audioSession?: AudioSession }).audioSession;
}

/** iOS counts Web Audio as ambient sound, which the mute switch silences; Safari from 16.4 on lets a page say otherwise. */
export function playDespiteMuteSwitch(): void {
  const session = audioSession();
  if (session) session.type = 'playback';
}

/** Whether a listener who hears nothing should look at the mute switch: an iPhone or iPad that we cannot tell. */
export function muteSwitchMayRule(): boolean {
  const apple = /iPhone|iPad|iPod/.test(navigator.userAgent);
  const padAsDesktop = /Macintosh/.test(navigator.userAgent) && navigator.maxTouchPoints > 1;
  return (apple || padAsDesktop) && !audioSession();
}
