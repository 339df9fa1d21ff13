/** The acts of the story, in order. */
import type { StoryOptions } from '../play.js';
import type { Stage } from '../stage.js';
import type { World } from '../world.js';
import { materials } from './01-materials.js';
import { api } from './02-api.js';
import { packing } from './03-packing.js';
import { trip } from './04-trip.js';
import { excursion } from './05-excursion.js';
import { pharmacy } from './06-pharmacy.js';
import { waste } from './07-waste.js';
import { recall } from './08-recall.js';
import { trail } from './09-trail.js';

/** An act: plays its part, checks its figures and tells what it showed. */
export interface StoryAct {
  readonly number: number;
  readonly title: string;
  readonly play: (stage: Stage, world: World, options: StoryOptions) => Promise<readonly string[]>;
}

/** In the order in which they are played. */
export const ACTS_OF_THE_STORY: readonly StoryAct[] = [
  materials,
  api,
  packing,
  trip,
  excursion,
  pharmacy,
  waste,
  recall,
  trail,
];
