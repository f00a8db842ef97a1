/** Who may do what, as the rights of a new server are: only administrators read the whole log. */
import { readOptions } from './protocol.mjs';
import { accessDenied, unauthenticated } from './refusals.mjs';

/**
 * The same handlers, for known users only. Without users, everybody may do everything.
 * @param users password and rights by name: `{ password, readsAll, writes }`
 */
export function guardedBy(users, handlers) {
  if (!users) return handlers;
  const guarded = (name, handler) => (call, callback) => {
    const refusal = refusalOf(users, name, call);
    if (!refusal) handler(call, callback);
    else if (callback) callback(refusal);
    else call.emit('error', refusal);
  };
  return Object.fromEntries(
    Object.entries(handlers).map(([name, handler]) => [name, guarded(name, handler)]),
  );
}

function refusalOf(users, name, call) {
  const [given] = call.metadata.get('authorization');
  if (given === undefined) return accessDenied();
  const [user, password] = Buffer.from(given.replace('Basic ', ''), 'base64').toString().split(':');
  const known = users[user];
  if (known?.password !== password) return unauthenticated();
  if (name !== 'read') return known.writes === false ? accessDenied() : undefined;
  const isWhole = readOptions(call.request.getOptions()).stream === undefined;
  return isWhole && !known.readsAll ? accessDenied() : undefined;
}
