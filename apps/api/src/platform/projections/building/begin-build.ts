import type { ProjectionSet } from '../unit/projection-set.js';
import type { Build } from './build-page.js';
import { FreshBuild } from './fresh-build.js';
import { PartialBuild } from './partial-build.js';

/** What is to be built. */
export interface BuildTask {
  /** Path of the file. */
  path: string;
  /** Names of the projections to build in a file that exists. Without them a whole file is made. */
  only?: readonly string[];
}

export function beginBuild({ path, only }: BuildTask, projections: ProjectionSet): Build {
  return only ? new PartialBuild(path, projections, only) : new FreshBuild(path, projections);
}
