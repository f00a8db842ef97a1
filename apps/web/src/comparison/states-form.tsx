import { Button } from '@nl-design-system-candidate/button-react';
import { useTranslation } from 'react-i18next';
import type { ProcessAnswer } from '#contract';
import { SelectField, TextField } from '../ui/form/fields.js';
import { Form } from '../ui/form/form.js';
import { useForm } from '../ui/form/use-form.js';
import { readStateName, writeStateName } from '../process/state-name.js';

interface Props {
  process: Pick<ProcessAnswer, 'latest' | 'milestones'>;
  /** As they stand in the address. */
  from: string;
  to: string;
  onChoose(from: string, to: string): void;
}

/** What is typed of one side: `chosen` is a value of the select, the others belong to its last two. */
interface Typed {
  chosen: string;
  number: string;
  local: string;
}

/** Which two versions, moments or adopted versions to lay beside each other. */
export function StatesForm({ process, from, to, onChoose }: Props) {
  const { t } = useTranslation('comparison');
  const { latest } = process;
  const wrong = (typed: Typed) => {
    const why = wrongIn(typed, latest);
    return why && t(`choose.${why}`, { latest });
  };
  const form = useForm({
    start: { from: typedOf(from, process), to: typedOf(to, process) },
    check: (typed) => ({ from: wrong(typed.from), to: wrong(typed.to) }),
    send: (typed) => onChoose(stateNameOf(typed.from, latest), stateNameOf(typed.to, latest)),
  });
  const field = (side: 'from' | 'to') => (
    <StateField
      label={t(`choose.${side}`)}
      process={process}
      typed={form.values[side]}
      error={form.errorOf(side)}
      onChange={(part) => form.setFieldValue(side, { ...form.values[side], ...part })}
    />
  );
  return (
    <Form form={form} className="sides compact no-print">
      {field('from')}
      <Button
        purpose="subtle"
        aria-label={t('choose.swap')}
        title={t('choose.swap')}
        onClick={() => onChoose(to, from)}
      >
        ⇄
      </Button>
      {field('to')}
      <Button purpose="secondary" type="submit">
        {t('choose.show')}
      </Button>
    </Form>
  );
}

interface FieldProps {
  label: string;
  process: Pick<ProcessAnswer, 'latest' | 'milestones'>;
  typed: Typed;
  error: string | undefined;
  onChange(part: Partial<Typed>): void;
}

function StateField({ label, process: { latest, milestones }, typed, error, onChange }: FieldProps) {
  const { t } = useTranslation('comparison');
  return (
    <div className="sides__side">
      <SelectField
        label={label}
        value={typed.chosen}
        onChange={(event) => onChange({ chosen: event.target.value })}
      >
        <option value="latest">{t('choose.latest', { version: latest })}</option>
        {milestones.length > 0 && (
          <optgroup label={t('choose.milestones')}>
            {milestones.map(({ name, version }) => (
              <option key={name} value={`milestone ${name}`}>
                {t('choose.milestone', { name, version })}
              </option>
            ))}
          </optgroup>
        )}
        <optgroup label={t('choose.other')}>
          <option value="version">{t('choose.version')}</option>
          <option value="moment">{t('choose.moment')}</option>
        </optgroup>
      </SelectField>
      {typed.chosen === 'version' && (
        <TextField
          label={t('choose.number')}
          error={error}
          type="number"
          min={1}
          max={latest}
          className="sides__number"
          value={typed.number}
          onChange={(event) => onChange({ number: event.target.value })}
        />
      )}
      {typed.chosen === 'moment' && (
        <TextField
          label={t('choose.at')}
          error={error}
          type="datetime-local"
          value={typed.local}
          onChange={(event) => onChange({ local: event.target.value })}
        />
      )}
    </div>
  );
}

function typedOf(text: string, { latest, milestones }: FieldProps['process']): Typed {
  const named = readStateName(text);
  const empty = { number: '', local: '' };
  if (named.kind === 'moment') return { ...empty, chosen: 'moment', local: localTime(named.at) };
  if (named.kind === 'version')
    return { ...empty, chosen: named.version === latest ? 'latest' : 'version', number: text };
  return {
    ...empty,
    chosen: milestones.some(({ name }) => name === named.name) ? `milestone ${named.name}` : 'version',
  };
}

function wrongIn(
  { chosen, number, local }: Typed,
  latest: number,
): 'wrongVersion' | 'missingMoment' | undefined {
  if (chosen === 'version')
    return /^\d+$/.test(number) && Number(number) >= 1 && Number(number) <= latest
      ? undefined
      : 'wrongVersion';
  return chosen === 'moment' && local === '' ? 'missingMoment' : undefined;
}

function stateNameOf({ chosen, number, local }: Typed, latest: number): string {
  if (chosen === 'latest') return String(latest);
  if (chosen === 'version') return String(Number(number));
  if (chosen === 'moment') return writeStateName({ kind: 'moment', at: new Date(local).toISOString() });
  return chosen.replace(/^milestone /, '');
}

/** A moment as a field for date and time takes it, in the time of the person who looks. */
function localTime(at: string): string {
  const date = new Date(at);
  return Number.isNaN(date.getTime())
    ? ''
    : new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 19);
}
