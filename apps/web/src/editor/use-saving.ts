import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { lossBetween, type LossReport } from '#bpmn';
import type { Subject } from '../process/subject.js';
import { isUnsaved } from './saving/saving.js';
import type { LastMerge } from './merging/last-merge.js';
import { whatFollowed, type Followed } from './moved-ids/followed.js';
import type { IdsAnswer } from './moved-ids/said-of-ids.js';
import type { DrawingSession } from './use-drawing-session.js';
import { useKeyDown } from '../ui/use-key-down.js';
import { diagramQuery } from '../process/diagram-query.js';

/**
 * Saving as the person does it: by button or by key, told beforehand what would be lost, on top of others
 * only knowingly.
 * @param onSaved called when a version was made
 */
export function useSaving(
  subject: Subject,
  { session, canvas }: DrawingSession,
  editable: boolean,
  onSaved: () => void,
) {
  const client = useQueryClient();
  const [loss, setLoss] = useState<{ report: LossReport; note: string }>();
  const [merge, setMerge] = useState<LastMerge>();
  const [followed, setFollowed] = useState<Followed>();
  const lastNote = useRef('');

  /** Says what became of decisions that were to follow their steps, which does not always happen. */
  const tellFollowed = async (version: number) => {
    const said = session.saidOfIds.done();
    if (said?.ids === 'follow')
      setFollowed(await whatFollowed(subject, version, said.moved).catch(() => undefined));
  };
  const forgetTold = () => {
    setMerge(undefined);
    setFollowed(undefined);
  };
  const send = async (note: string, sending = () => session.save(note)) => {
    setLoss(undefined);
    forgetTold();
    lastNote.current = note;
    await sending();
    const { last } = session.state.saving;
    if (!last?.made) return;
    onSaved();
    await Promise.all([subject.refresh(), tellFollowed(last.version)]);
  };
  const save = (note: string) => {
    const opened = session.asOpened;
    const report =
      isUnsaved(session.state.saving) && opened ? lossBetween(opened.original, opened.written) : undefined;
    if (report && report.total > 0) setLoss({ report, note });
    else void send(note);
  };
  const readNewest = async () => {
    await subject.refresh();
    const newest = await client.fetchQuery(subject.stateQuery());
    const drawing = newest.diagram && {
      xml: await client.fetchQuery(diagramQuery(subject.path(), newest.diagram)),
      seen: newest.version,
    };
    return { newest, drawing };
  };
  const takeTheirs = async () => {
    const { newest, drawing } = await readNewest();
    session.putConflictOff();
    if (canvas) await session.open(canvas, drawing, newest);
  };
  const merged = async (last: LastMerge) => {
    const { newest, drawing } = await readNewest();
    if (canvas) await session.showMerged(canvas, drawing, newest, last.answer.version);
    setMerge(last);
    onSaved();
    await tellFollowed(last.answer.version);
  };

  useKeyDown((event) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.key.toLowerCase() !== 's') return;
    event.preventDefault();
    if (editable) save('');
  });

  return {
    save,
    retry: () => void send(lastNote.current),
    saveOnTop: () => void send(lastNote.current, () => session.saveKnowingly(lastNote.current)),
    answerIds: (ids: IdsAnswer) =>
      void send(lastNote.current, () => session.answerIds(ids, lastNote.current)),
    followed,
    dismissFollowed: () => setFollowed(undefined),
    takeTheirs,
    merged,
    lastMerge: merge,
    dismissMerge: () => setMerge(undefined),
    /** What was told of the last save or merge is not about what is on the canvas now. */
    forgetTold,
    note: () => lastNote.current,
    loss,
    saveDespiteLoss: () => loss && void send(loss.note),
    cancelLoss: () => setLoss(undefined),
  };
}

export type SavingActs = ReturnType<typeof useSaving>;
