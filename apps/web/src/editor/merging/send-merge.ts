import type { MergeConflict, MergedAnswer } from '#contract';
import { ProblemError, write } from '../../http.js';
import type { Subject } from '../../process/subject.js';
import { movedIdsOf, type IdsAnswer, type MovedIds } from '../moved-ids/said-of-ids.js';
import { sentChoices, type Choices } from './choices.js';

/** A drawing to bring together with what was saved since the version it was made on. */
export interface MergeRequest {
  base: number;
  xml: string;
  note: string;
  choices: Choices;
  /** What was said of the ids that changed hands, where the service asked. */
  ids: IdsAnswer | undefined;
  /** The same for as long as nothing of it changes, so that sending it twice does it once. */
  key: string;
}

/** `clash` and `ids-moved`: nothing was stored, and this is what has to be chosen now. */
export type Merged =
  | { outcome: 'merged'; answer: MergedAnswer }
  | { outcome: 'clash'; conflicts: MergeConflict[] }
  | { outcome: 'ids-moved'; moved: MovedIds };

/** @throws ProblemError when it was refused otherwise, or not known to have arrived */
export async function sendMerge(
  subject: Subject,
  { base, xml, note, choices, ids, key }: MergeRequest,
): Promise<Merged> {
  const body = {
    base,
    diagram: base64Of(xml),
    ...(note && { note }),
    choices: sentChoices(choices),
    ...(ids && { ids }),
  };
  try {
    const { data } = await write<MergedAnswer>('POST', subject.path('/merges'), body, {
      idempotencyKey: key,
    });
    return { outcome: 'merged', answer: data };
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    const moved = movedIdsOf(error.problem);
    if (moved) return { outcome: 'ids-moved', moved };
    if (error.problem.conflicts) return { outcome: 'clash', conflicts: error.problem.conflicts };
    throw error;
  }
}

const CHUNK = 0x8000;

/** The text as UTF-8 in base64, piece by piece since a call takes only so many arguments. */
function base64Of(text: string): string {
  const bytes = new TextEncoder().encode(text);
  let binary = '';
  for (let at = 0; at < bytes.length; at += CHUNK)
    binary += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  return btoa(binary);
}
