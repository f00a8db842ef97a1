import type { Outline } from '#bpmn';
import type { Written } from '#contract';
import { newKey, ProblemError, write } from '../../http.js';
import type { Subject } from '../../process/subject.js';
import { movedIdsOf } from '../moved-ids/said-of-ids.js';
import { heldDrafts, holdDraft, openDraftStore } from './draft-store.js';
import type { Sent, SessionPorts } from './session-state.js';
import type { Attempt } from './saving.js';

const drafts = openDraftStore();

/** The browser and the service, as an editing session uses them. */
export function sessionPorts(subject: Subject, read: (xml: string) => Outline | undefined): SessionPorts {
  return {
    send: (attempt) => send(subject, attempt),
    drafts,
    held: heldDrafts,
    hold: holdDraft,
    read,
    now: Date.now,
    newKey,
  };
}

async function send(subject: Subject, attempt: Attempt): Promise<Sent> {
  try {
    const { data } = await write<Written>('PUT', subject.path('/diagram'), attempt.xml, {
      ifMatch: attempt.seen,
      idempotencyKey: attempt.key,
      contentType: 'application/xml; charset=utf-8',
      headers: {
        ...(attempt.note && { 'X-Note': encodeURIComponent(attempt.note) }),
        ...(attempt.ids && { Ids: attempt.ids }),
      },
    });
    return { outcome: data.version > attempt.seen ? 'stored' : 'unchanged', version: data.version };
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    const { status, version = attempt.seen, changes = [] } = error.problem;
    if (status === 412) return { outcome: 'overtaken', conflict: { version, changes } };
    const moved = movedIdsOf(error.problem);
    if (moved) return { outcome: 'ids-moved', moved };
    return {
      outcome: 'failed',
      failure: error.mayHaveArrived
        ? { kind: 'network' }
        : {
            kind: 'refused',
            message: error.message,
            ...(error.isOfSession && { isOfSession: true }),
          },
    };
  }
}
