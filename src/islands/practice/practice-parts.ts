/** What the practice page needs once something is started: fetched then, together. */
export { EXERCISES } from '../../exercises/all.ts';
export { SOURCES } from '../../exercises/sources.ts';
export { FirstCheck } from './FirstCheck.tsx';
export { PracticeSound } from './practice-sound.ts';
export { SeeIt } from './SeeIt.tsx';
export { Tour } from './Tour.tsx';
export { Trainer } from './Trainer.tsx';
