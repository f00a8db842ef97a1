import { useTranslation } from 'react-i18next';
import type { CheckedFile } from '../process/chosen-file/checked-file.js';
import { FileFindings } from '../process/chosen-file/file-findings.js';
import { FormField } from '../ui/form-field.js';

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
      <div role="status">{file && <FileFindings file={file} />}</div>
    </>
  );
}
