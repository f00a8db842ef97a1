import './start-panel.css';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMutation } from '@tanstack/react-query';
import { Button } from '@nl-design-system-candidate/button-react';
import { Heading } from '@nl-design-system-candidate/heading-react';
import type { Written } from '#contract';
import { write } from '../http.js';
import { ProblemNotice } from '../ui/problem-notice.js';
import { useEditing } from './editing-context.js';

/** A process without a drawing: begin one, or give a file, which is kept as it is. */
export function StartPanel({ onStartEmpty }: { onStartEmpty(): void }) {
  const { t } = useTranslation('editor');
  const { subject, answer, editable } = useEditing();
  const [over, setOver] = useState(false);
  const upload = useMutation({
    mutationFn: (file: File) =>
      write<Written>('PUT', subject.path('/diagram'), file, {
        ifMatch: answer.version,
        contentType: 'application/xml',
        headers: { 'X-Note': encodeURIComponent(t('fromFile', { file: file.name })) },
      }),
    onSuccess: () => subject.refresh(),
  });
  const take = (file: File | undefined) => file && upload.mutate(file);
  return (
    <div className="start">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the field takes a file as well */}
      <div
        className={over ? 'start-panel start-panel--over' : 'start-panel'}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(editable);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          if (editable) take(event.dataTransfer.files[0]);
        }}
      >
        <Heading level={2}>{t('noDiagram')}</Heading>
        <p>{t(editable ? 'noDiagramText' : 'noDiagramReader')}</p>
        {upload.error && <ProblemNotice error={upload.error} />}
        {editable && (
          <div className="actions">
            <Button purpose="primary" onClick={onStartEmpty}>
              {t('startEmpty')}
            </Button>
            <label className="nl-button nl-button--secondary start-panel__file">
              {upload.isPending ? t('uploading') : t('chooseFile')}
              <input
                className="visually-hidden"
                type="file"
                accept=".bpmn,.xml,application/xml"
                onChange={(event) => take(event.target.files?.[0])}
              />
            </label>
            <span>{t('orDrop')}</span>
          </div>
        )}
      </div>
    </div>
  );
}
