export * from './outline.js';
export * from './cut.js';
