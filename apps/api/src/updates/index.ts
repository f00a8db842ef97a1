export { UpdatesModule } from './updates.module.js';
