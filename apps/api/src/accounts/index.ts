export { AccountsModule } from './accounts.module.js';
export { DEMO_PEOPLE } from './demo-people.js';
export { keptSessionKey } from './session-key.js';
