import { shell } from './shell.js';
import { overview } from './overview.js';
import { history } from './history.js';
import { pages } from './pages.js';
import { knipPanel } from './knip-panel.js';
import { editor } from './editor.js';
import { stepList } from './step-list.js';
import { saving } from './saving.js';
import { versions } from './versions.js';
import { comparison } from './comparison.js';
import { merging } from './merging.js';

/** The Dutch texts, one area of the page each; English has the same keys, which the types see to. */
export const nl = {
  shell,
  overview,
  history,
  pages,
  knipPanel,
  editor,
  stepList,
  saving,
  versions,
  comparison,
  merging,
};
