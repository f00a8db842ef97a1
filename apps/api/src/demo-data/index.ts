export { loadDemoData } from './load-demo-data.js';
