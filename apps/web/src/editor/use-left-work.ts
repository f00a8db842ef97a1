import { useEffect, useEffectEvent } from 'react';
import { forgetLeftWork, leaveWork } from '../left-work.js';
import { usePerson } from '../session.js';
import { useEditing } from './editing-context.js';
import { useDownload } from './use-download.js';

/** When the editor goes away with unsaved work, says where that is: its person may be signed out by then. */
export function useLeftWork(): void {
  const { answer, drawing } = useEditing();
  const { session } = drawing;
  const { id, name } = usePerson();
  const download = useDownload();
  const come = useEffectEvent(() =>
    forgetLeftWork(({ person, process, kept }) => kept && person.id === id && process.id === answer.id),
  );
  const leave = useEffectEvent(() => {
    const at = Date.now();
    void session.closed().then(() => {
      for (const { xml, seen, kept } of session.left)
        leaveWork({
          person: { id, name },
          process: { id: answer.id, name: answer.name },
          kept,
          download: () => download.unsaved(xml, seen, 'bpmn', at),
        });
    });
  });
  useEffect(() => {
    come();
    return () => leave();
  }, []);
}
