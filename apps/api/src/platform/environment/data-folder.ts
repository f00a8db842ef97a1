/** Name of the log's file in the data folder. */
export const LOG_FILE = 'log.sqlite';

/** Name of the read model's file in the data folder. */
export const READ_MODEL_FILE = 'read-model.sqlite';
