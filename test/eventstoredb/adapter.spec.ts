import { contractSuite } from '../../libs/event-store/src/contract-tests/contract-suite.js';
import { serverEngine } from './server-engine.js';

const { title, engine } = await serverEngine('23.10.0', {});
contractSuite(title, engine);
