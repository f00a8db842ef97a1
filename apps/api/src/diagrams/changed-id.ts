import type { MovedId, NamedElement } from '#bpmn';
import type { ChangedId } from '#domain';

/** What the diagrams tell of an id, as the domain asks about it. */
export const changedId = ({ id, was, now, wentTo }: MovedId): ChangedId => ({
  id,
  had: askedElement(was),
  ...(now && { has: askedElement(now) }),
  ...(wentTo !== undefined && { wentTo }),
});

const askedElement = ({ name, type }: NamedElement) => ({ ...(name !== '' && { name }), kind: type });
