import { useTranslation } from 'react-i18next';
import type { Channel, HandoverAnswer, ProcessAnswer, Side } from '#contract';

/** The panel's texts, and the few words of the shell that it shares. */
export function useTexts() {
  const { t, i18n } = useTranslation('knipPanel');
  const { t: shell } = useTranslation('shell');
  return {
    t,
    language: i18n.language,
    shell,
    side: (side: Side) => shell(`side.${side}`),
    channel: (channel: Channel) => shell(`channel.${channel}`),
    channels: (channels: readonly Channel[]) =>
      channels.map((channel) => shell(`channel.${channel}`)).join(', '),
    named: (name: string | undefined) => name || t('noName'),
    /** Names of steps by key, as one line. */
    steps: (process: Pick<ProcessAnswer, 'steps'>, keys: readonly string[]) =>
      keys.map((key) => process.steps.find((step) => step.key === key)?.name || t('noName')).join(', '),
    term: (within: NonNullable<HandoverAnswer['agreement']>['within']) =>
      within ? t(`handover.term.${within.unit}`, { count: within.amount }) : t('handover.noTerm'),
  };
}

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
