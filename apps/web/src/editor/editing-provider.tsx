import { useState, type ReactNode } from 'react';
import type { ProcessAnswer } from '#contract';
import { DrawnContext, type Drawn } from '../drawn.js';
import type { Subject } from '../process/subject.js';
import { usePerson } from '../session.js';
import { useComeBack } from '../use-typed.js';
import { EditingContext } from './editing-context.js';
import { useConsequences } from './consequences/use-consequences.js';
import { useLeaving } from './saving/use-leaving.js';
import { useNews } from './saving/use-news.js';
import { useChoice, type Chosen } from './use-choice.js';
import { useDrawingSession } from './use-drawing-session.js';
import { useSaving } from './use-saving.js';

interface Props {
  subject: Subject;
  answer: ProcessAnswer;
  notFresh: boolean;
  children: ReactNode;
}

/** Opens an editing session, and gives it to the panes inside. */
export function EditingProvider({ subject, answer, notFresh, children }: Props) {
  const person = usePerson();
  const editable = subject.mayChange(answer);
  const [chosen, setChosen] = useState<Chosen>();
  const [said, setSaid] = useState('');
  // The same text twice would not be read out again.
  const say = (text: string) => setSaid((before) => (before === text ? `${text}\u00a0` : text));
  const { news, drawnBy, dismiss } = useNews(subject, person.id);
  const consequences = useConsequences();
  const select = (ids: string[], drawing: Drawn | undefined) =>
    setChosen(ids.length === 1 ? { element: ids[0]!, drawing } : undefined);
  const drawing = useDrawingSession(subject, answer, editable, drawnBy, select, consequences.consider);
  const choice = useChoice(drawing, chosen, setChosen, say);
  const saving = useSaving(subject, drawing, editable, dismiss);
  useLeaving(drawing.session);
  useComeBack(subject.id);
  return (
    <DrawnContext value={drawing.drawnOn}>
      <EditingContext
        value={{
          subject,
          answer,
          notFresh,
          editable,
          drawing,
          consequences,
          choice,
          saving,
          news,
          dismissNews: dismiss,
          say,
          said,
        }}
      >
        {children}
      </EditingContext>
    </DrawnContext>
  );
}
