import { FormField } from '../ui/form-field.js';

interface Props {
  label: string;
  error?: string | undefined;
  latest: number;
  value: string;
  onChange(value: string): void;
}

/** The number of a version of a process. */
export function VersionField({ label, error, latest, value, onChange }: Props) {
  return (
    <FormField label={label} error={error}>
      {(control) => (
        <input
          {...control}
          type="number"
          min={1}
          max={latest}
          className="utrecht-textbox utrecht-textbox--html-input"
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </FormField>
  );
}
