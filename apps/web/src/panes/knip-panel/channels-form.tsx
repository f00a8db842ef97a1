import { useId, useState } from 'react';
import type { Channel, ProcessAnswer, StepAnswer } from '#contract';
import { CHANNELS, leftOut, moved, toggled } from './channel-order.js';
import { DecidedBy } from './decided.js';
import { DecisionForm } from './decision-form.js';
import { Section } from './section.js';
import { capital, useTexts } from './texts.js';
import { useDecisionForm } from './use-decision-form.js';

/** The channels in order of preference, of a step or of the whole process, and a form to change them. */
export function ChannelsSection({
  process,
  step,
  decides,
}: {
  process: ProcessAnswer;
  step?: StepAnswer;
  decides: boolean;
}) {
  const { t, channels } = useTexts();
  const own = step ? step.channels : process.channels;
  const shown = own ?? process.channels;
  return (
    <Section
      title={t(step ? 'channels.ofStep' : 'channels.ofProcess')}
      hint={shown && channels(shown.channels)}
      open={!step}
    >
      {shown ? (
        <ol className="knip-order">
          {shown.channels.map((channel) => (
            <li key={channel}>{channels([channel])}</li>
          ))}
        </ol>
      ) : (
        <p className="muted">{t('channels.none')}</p>
      )}
      {step && !own && process.channels && <p className="muted">{t('channels.inherited')}</p>}
      {own && <DecidedBy decided={own} />}
      {decides && (
        <Section title={t('channels.change')} quiet>
          <ChannelsForm process={process} {...(step && { step })} start={shown?.channels ?? [...CHANNELS]} />
        </Section>
      )}
    </Section>
  );
}

function ChannelsForm({
  process,
  step,
  start,
}: {
  process: ProcessAnswer;
  step?: StepAnswer;
  start: Channel[];
}) {
  const { t } = useTexts();
  const form = useDecisionForm({
    typed: { form: 'channels', element: step?.id, about: step?.name ?? process.name },
    start: { channels: start, reason: '' },
    check: ({ channels }) => ({ channels: channels.length === 0 ? t('channels.missing') : undefined }),
    decision: ({ channels }) => ({
      method: 'PUT',
      path: '/channel-priority',
      body: { channels, ...(step && { elementId: step.id }) },
    }),
  });
  return (
    <DecisionForm form={form} label={t('channels.decide')}>
      <ChannelOrder
        order={form.values.channels}
        error={form.errorOf('channels')}
        onChange={(order) => form.setFieldValue('channels', order)}
      />
    </DecisionForm>
  );
}

function ChannelOrder({
  order,
  error,
  onChange,
}: {
  order: Channel[];
  error: string | undefined;
  onChange: (order: Channel[]) => void;
}) {
  const { t, channel: named } = useTexts();
  const id = useId();
  const [said, setSaid] = useState('');
  const move = (channel: Channel, by: -1 | 1) => {
    const next = moved(order, channel, by);
    onChange(next);
    setSaid(t('channels.place', { channel: capital(named(channel)), place: next.indexOf(channel) + 1 }));
    // Moving an element in the page takes the focus away from what is in it.
    requestAnimationFrame(() => document.getElementById(`${id}-${channel}-${by}`)?.focus());
  };
  return (
    <fieldset className="choice">
      <legend className="utrecht-form-label">{t('channels.order')}</legend>
      {error && <div className="utrecht-form-field-error-message">{error}</div>}
      <ol className="knip-order knip-order--editable">
        {order.map((channel, index) => (
          <li key={channel}>
            <span className="knip-order__name">{capital(named(channel))}</span>
            <button
              type="button"
              id={`${id}-${channel}--1`}
              className="knip-small"
              aria-disabled={index === 0}
              aria-label={t('channels.up', { channel: capital(named(channel)) })}
              onClick={() => move(channel, -1)}
            >
              ↑
            </button>
            <button
              type="button"
              id={`${id}-${channel}-1`}
              className="knip-small"
              aria-disabled={index === order.length - 1}
              aria-label={t('channels.down', { channel: capital(named(channel)) })}
              onClick={() => move(channel, 1)}
            >
              ↓
            </button>
            <button
              type="button"
              className="knip-small"
              aria-label={t('channels.leaveOut', { channel: capital(named(channel)) })}
              onClick={() => onChange(toggled(order, channel))}
            >
              ✕
            </button>
          </li>
        ))}
      </ol>
      {leftOut(order).length > 0 && (
        <div className="knip-leftout" role="group" aria-label={t('channels.leftOut')}>
          {leftOut(order).map((channel) => (
            <button
              key={channel}
              type="button"
              className="knip-chip"
              onClick={() => onChange(toggled(order, channel))}
            >
              + {t('channels.takeIn', { channel: capital(named(channel)) })}
            </button>
          ))}
        </div>
      )}
      <p className="visually-hidden" role="status">
        {said}
      </p>
    </fieldset>
  );
}
