import { useTranslation } from 'react-i18next';
import { Button } from '@nl-design-system-candidate/button-react';
import type { ProcessAnswer } from '#contract';
import { Disclosure } from '../ui/disclosure.js';
import { Form } from '../ui/form/form.js';
import { useForm } from '../ui/form/use-form.js';

interface Props {
  process: ProcessAnswer;
  /** The version asked for; it may still be on its way. */
  version: number;
  onVersion(version: number): void;
  /** RFC 3339. */
  onMoment(at: string): void;
}

/** Back, forward, anywhere, to a moment or to a milestone. */
export function VersionNav({ process, version, onVersion, onMoment }: Props) {
  const { t } = useTranslation('versions');
  const { latest, milestones } = process;
  return (
    <nav className="version-nav compact" aria-label={t('steps')}>
      <Button
        purpose="secondary"
        aria-keyshortcuts="Alt+Comma"
        aria-disabled={version <= 1}
        onClick={() => version > 1 && onVersion(version - 1)}
      >
        ‹ {t('back')} <kbd>{t('backKey')}</kbd>
      </Button>
      <label className="version-nav__slider">
        <span className="visually-hidden">{t('slider')}</span>
        <input
          type="range"
          min={1}
          max={latest}
          value={version}
          aria-valuetext={`${version} ${t('of', { latest })}`}
          onChange={(event) => onVersion(event.target.valueAsNumber)}
        />
      </label>
      <span className="version-nav__place">
        {version} {t('of', { latest })}
      </span>
      <Button
        purpose="secondary"
        aria-keyshortcuts="Alt+Period"
        aria-disabled={version >= latest}
        onClick={() => version < latest && onVersion(version + 1)}
      >
        {t('forward')} <kbd>{t('forwardKey')}</kbd> ›
      </Button>
      <Disclosure label={t('goTo')}>
        {(close) => (
          <div className="version-jumps">
            <JumpForm
              version={version}
              latest={latest}
              onVersion={(wanted) => {
                close();
                onVersion(wanted);
              }}
            />
            <MomentForm
              onMoment={(at) => {
                close();
                onMoment(at);
              }}
            />
            {milestones.length > 0 && (
              <div>
                <p id="vastgesteld">{t('milestones')}</p>
                <ul className="menu" aria-labelledby="vastgesteld">
                  {milestones.map((milestone) => (
                    <li key={milestone.name}>
                      <button
                        type="button"
                        className="menu__item"
                        aria-current={milestone.version === version || undefined}
                        onClick={() => {
                          close();
                          onVersion(milestone.version);
                        }}
                      >
                        {t('milestone', { name: milestone.name, version: milestone.version })}
                      </button>
                    </li>
                  ))}
                </ul>
              </div>
            )}
          </div>
        )}
      </Disclosure>
      {version < latest && (
        <Button purpose="secondary" onClick={() => onVersion(latest)}>
          {t('newest')} »
        </Button>
      )}
    </nav>
  );
}

function JumpForm({
  version,
  latest,
  onVersion,
}: {
  version: number;
  latest: number;
  onVersion(version: number): void;
}) {
  const { t } = useTranslation('versions');
  const form = useForm({
    start: { number: String(version) },
    send: ({ number }) => onVersion(Math.min(latest, Math.max(1, Number(number) || 1))),
  });
  return (
    <Form form={form} noValidate={false} className="version-nav__jump">
      <label>
        {t('jump')}{' '}
        <input
          className="utrecht-textbox utrecht-textbox--html-input version-nav__number"
          type="number"
          min={1}
          max={latest}
          required
          {...form.getInputProps('number')}
        />
      </label>
      <span>{t('of', { latest })}</span>
      <Button purpose="secondary" type="submit" aria-label={t('jump')}>
        {t('jumpDo')}
      </Button>
    </Form>
  );
}

function MomentForm({ onMoment }: { onMoment(at: string): void }) {
  const { t } = useTranslation('versions');
  const form = useForm({
    start: { moment: '' },
    send: ({ moment }) => onMoment(new Date(moment).toISOString()),
  });
  return (
    <Form form={form} noValidate={false} className="version-nav__jump">
      <label>
        {t('moment')}{' '}
        <input
          className="utrecht-textbox utrecht-textbox--html-input"
          type="datetime-local"
          required
          {...form.getInputProps('moment')}
        />
      </label>
      <Button purpose="secondary" type="submit" aria-label={t('momentDo')}>
        {t('jumpDo')}
      </Button>
    </Form>
  );
}
