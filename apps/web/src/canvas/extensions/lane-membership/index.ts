import { LaneMembership } from './lane-membership.js';

/** Canvas extension: a step leaves its lane only when a person moves it into another. */
export default { updateFlowNodeRefsBehavior: ['type', LaneMembership] };
