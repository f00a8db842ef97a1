import { PoolShapes } from './pool-shapes.js';

/** Canvas extension: a pool is drawn, also where its shape names its process instead of the pool. */
export default { __init__: ['poolShapes'], poolShapes: ['type', PoolShapes] };
