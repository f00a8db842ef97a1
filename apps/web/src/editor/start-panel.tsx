import './start-panel.css';
import { useTranslation } from 'react-i18next';
import { useMutation } from '@tanstack/react-query';
import { Button } from '@nl-design-system-candidate/button-react';
import { Heading } from '@nl-design-system-candidate/heading-react';
import type { Written } from '#contract';
import { write } from '../http.js';
import type { CheckedFile } from '../process/chosen-file/checked-file.js';
import { FileFindings } from '../process/chosen-file/file-findings.js';
import { useChosenFile } from '../process/chosen-file/use-chosen-file.js';
import { useFileDrop } from '../process/chosen-file/use-file-drop.js';
import { ProblemNotice } from '../ui/problem-notice.js';
import { useEditing } from './editing-context.js';

/**
 * A process without a drawing: begin one, or give a file, which is kept as it is. The panel shows what the
 * file holds before it is used.
 */
export function StartPanel({ onStartEmpty }: { onStartEmpty(): void }) {
  const { t } = useTranslation('editor');
  const { subject, answer, editable } = useEditing();
  const upload = useMutation({
    mutationFn: (file: CheckedFile) =>
      write<Written>('PUT', subject.path('/diagram'), file.bytes, {
        ifMatch: answer.version,
        contentType: 'application/xml',
        headers: { 'X-Note': encodeURIComponent(t('fromFile', { file: file.name })) },
      }),
    onSuccess: () => subject.refresh(),
  });
  const chosen = useChosenFile(() => upload.reset());
  const usable = chosen.file?.problems.length === 0 ? chosen.file : undefined;
  const take = (file: File) => void chosen.choose(file);
  const over = useFileDrop(editable ? take : undefined);
  return (
    <div className="start">
      <div className={over ? 'start-panel start-panel--over' : 'start-panel'}>
        <Heading level={2}>{t('noDiagram')}</Heading>
        <p>{t(editable ? 'noDiagramText' : 'noDiagramReader')}</p>
        <div role="status">
          {chosen.error && <p className="notice__title">{chosen.error}</p>}
          {chosen.file && <FileFindings file={chosen.file} />}
        </div>
        {upload.error && <ProblemNotice error={upload.error} />}
        {editable && (
          <div className="actions">
            {usable && (
              <Button purpose="primary" busy={upload.isPending} onClick={() => upload.mutate(usable)}>
                {t(upload.isPending ? 'uploading' : 'useFile')}
              </Button>
            )}
            <Button purpose={usable ? 'secondary' : 'primary'} onClick={onStartEmpty}>
              {t('startEmpty')}
            </Button>
            <label className="nl-button nl-button--secondary start-panel__file">
              {t('chooseFile')}
              <input
                className="visually-hidden"
                type="file"
                accept=".bpmn,.xml,application/xml"
                onChange={({ target }) => {
                  const [given] = target.files ?? [];
                  if (given) take(given);
                }}
              />
            </label>
            <span>{t('orDrop')}</span>
          </div>
        )}
      </div>
    </div>
  );
}
