import { aggregate } from '../aggregate.js';
import { PROCESS_EVENTS } from './events.js';
import { emptyProcess, evolveProcess } from './state.js';
import { OLDER_PROCESS_SHAPES } from './upcast.js';

/** Processes, as everything that writes or reads their streams knows them. */
export const processAggregate = aggregate({
  name: 'process',
  events: PROCESS_EVENTS,
  older: OLDER_PROCESS_SHAPES,
  initial: emptyProcess(),
  evolve: evolveProcess,
});

/** The stream that holds the events of one process. */
export const processStream = processAggregate.stream;
