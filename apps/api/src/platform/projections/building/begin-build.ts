import type { ProjectionSet } from '../projection-set.js';
import type { Build } from './build-page.js';
import { FreshBuild } from './fresh-build.js';
import { PartialBuild } from './partial-build.js';

/** What is to be built. */
export interface BuildTask {
  /** Of the file. */
  path: string;
  /** Names of the projections to build in a file that stands; a whole file is made where this is left out. */
  only?: readonly string[];
}

export function beginBuild({ path, only }: BuildTask, projections: ProjectionSet): Build {
  return only ? new PartialBuild(path, projections, only) : new FreshBuild(path, projections);
}
