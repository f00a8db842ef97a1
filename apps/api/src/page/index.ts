export { PageModule } from './page.module.js';
