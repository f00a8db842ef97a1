import { contractSuite } from '../../libs/event-store/src/contract-tests/contract-suite.js';
import { serverEngine } from './server-engine.js';

const { title, engine } = await serverEngine('26.1.0', { prefix: 'gemeente1.' });
contractSuite(`${title}, under a prefix`, engine);
