import { indiePop } from '../mixes/indie-pop.ts';
import { fourWays } from './four-ways.ts';

export const demos = [fourWays('four-ways', 'One song, four ways', indiePop)];
