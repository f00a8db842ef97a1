import { useTranslation } from 'react-i18next';
import { FormField } from '../ui/form-field.js';
import type { CheckedFile } from './checked-file.js';

const SHOWN_WARNINGS = 4;

interface Props {
  file: CheckedFile | undefined;
  error: string | undefined;
  onChoose: (file: File) => void;
}

/** Choose a BPMN file; what is wrong or remarkable about it is said at once. */
export function FileField({ file, error, onChoose }: Props) {
  const { t } = useTranslation('overview');
  return (
    <>
      <FormField label={t('form.chooseFile')} error={error}>
        {(control) => (
          <input
            {...control}
            type="file"
            accept=".bpmn,.xml,application/xml,text/xml"
            onChange={(event) => {
              const chosen = event.target.files?.[0];
              if (chosen) onChoose(chosen);
            }}
          />
        )}
      </FormField>
      <div role="status">{file && <Findings file={file} />}</div>
    </>
  );
}

function Findings({ file }: { file: CheckedFile }) {
  const { t } = useTranslation('overview');
  if (file.problems.length > 0) {
    return (
      <div className="utrecht-alert utrecht-alert--error notice">
        <div>
          <p className="notice__title">
            {t('form.fileRefused')}: {file.name}
          </p>
          <ul>
            {file.problems.map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        </div>
      </div>
    );
  }
  const more = file.warnings.length - SHOWN_WARNINGS;
  return (
    <div className={file.warnings.length > 0 ? 'utrecht-alert utrecht-alert--warning notice' : 'notice'}>
      <div>
        <p>
          <strong>{file.name}</strong> {t('form.fileRead', { count: file.steps })}
        </p>
        {file.warnings.length > 0 && (
          <>
            <p>{t('form.fileWarnings')}</p>
            <ul>
              {file.warnings.slice(0, SHOWN_WARNINGS).map((warning) => (
                <li key={warning}>{warning}</li>
              ))}
              {more > 0 && <li>{t('form.moreWarnings', { count: more })}</li>}
            </ul>
          </>
        )}
        {file.open.length > 0 && (
          <>
            <p>{t('form.openSteps')}</p>
            <ul>
              {file.open.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </>
        )}
      </div>
    </div>
  );
}
