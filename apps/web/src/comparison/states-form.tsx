import { Button } from '@nl-design-system-candidate/button-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProcessAnswer } from '#contract';
import { FormField } from '../ui/form-field.js';
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
  const [typed, setTyped] = useState({ from: typedOf(from, process), to: typedOf(to, process) });
  const [tried, setTried] = useState(false);
  const wrong = { from: wrongIn(typed.from, process.latest), to: wrongIn(typed.to, process.latest) };
  const change = (side: 'from' | 'to', part: Partial<Typed>) =>
    setTyped({ ...typed, [side]: { ...typed[side], ...part } });
  const field = (side: 'from' | 'to') => (
    <StateField
      label={t(`choose.${side}`)}
      process={process}
      typed={typed[side]}
      wrong={tried ? wrong[side] : undefined}
      onChange={(part) => change(side, part)}
    />
  );
  return (
    <form
      className="sides compact no-print"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (!wrong.from && !wrong.to)
          onChoose(stateNameOf(typed.from, process.latest), stateNameOf(typed.to, process.latest));
      }}
    >
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
    </form>
  );
}

interface FieldProps {
  label: string;
  process: Pick<ProcessAnswer, 'latest' | 'milestones'>;
  typed: Typed;
  wrong: 'wrongVersion' | 'missingMoment' | undefined;
  onChange(part: Partial<Typed>): void;
}

function StateField({ label, process: { latest, milestones }, typed, wrong, onChange }: FieldProps) {
  const { t } = useTranslation('comparison');
  const error = wrong && t(`choose.${wrong}`, { latest });
  return (
    <div className="sides__side">
      <FormField label={label}>
        {(control) => (
          <select
            {...control}
            className="utrecht-select utrecht-select--html-select"
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
          </select>
        )}
      </FormField>
      {typed.chosen === 'version' && (
        <FormField label={t('choose.number')} error={error}>
          {(control) => (
            <input
              {...control}
              type="number"
              min={1}
              max={latest}
              className="utrecht-textbox utrecht-textbox--html-input sides__number"
              value={typed.number}
              onChange={(event) => onChange({ number: event.target.value })}
            />
          )}
        </FormField>
      )}
      {typed.chosen === 'moment' && (
        <FormField label={t('choose.at')} error={error}>
          {(control) => (
            <input
              {...control}
              type="datetime-local"
              className="utrecht-textbox utrecht-textbox--html-input"
              value={typed.local}
              onChange={(event) => onChange({ local: event.target.value })}
            />
          )}
        </FormField>
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

function wrongIn({ chosen, number, local }: Typed, latest: number): FieldProps['wrong'] {
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
