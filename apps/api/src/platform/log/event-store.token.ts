/** By this the log is injected; its type is the port's `EventStore`. */
export const EVENT_STORE = Symbol('EventStore');
