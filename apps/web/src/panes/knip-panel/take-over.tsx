import { Button } from '@nl-design-system-candidate/button-react';
import { useState } from 'react';
import type { OutlineStep } from '#bpmn';
import type { Written } from '#contract';
import { write } from '../../http.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { LONGEST_TEXT } from '../../ui/form/reason-field.js';
import { carriedNow, type CarriedDecision } from './carried.js';
import { useDeciding } from './deciding.js';
import { Section } from './section.js';
import { useTexts } from './texts.js';
import { useTyped } from '../../use-typed.js';

interface Chosen {
  /** Ids of the decisions that are not taken over. */
  left: string[];
  reasons: Record<string, string>;
}

const NOTHING_CHANGED: Chosen = { left: [], reasons: {} };

/**
 * Offers to take over what an uploaded file carries: each an ordinary decision, with its own reason, of the
 * person who does so.
 */
export function TakeOver({ decisions, dirty }: { decisions: CarriedDecision[]; dirty: boolean }) {
  const { t } = useTexts();
  const what = useWhat();
  const deciding = useDeciding();
  const draft = useTyped<Chosen>({
    process: deciding.subject.id,
    form: 'takeOver',
    about: '',
    ids: ({ left, reasons }, now) => ({
      left: left.flatMap((id) => carriedNow(id, now) ?? []),
      reasons: Object.fromEntries(
        Object.entries(reasons).flatMap(([id, reason]) => {
          const known = carriedNow(id, now);
          return known ? [[known, reason]] : [];
        }),
      ),
    }),
  });
  const [busy, setBusy] = useState(false);
  const [failures, setFailures] = useState<{ what: string; error: unknown }[]>([]);
  const { left, reasons } = draft.kept ?? NOTHING_CHANGED;
  const reasonOf = (each: CarriedDecision) =>
    reasons[each.id] ?? (each.reason || t('takeOver.reasonFallback'));
  const chosen = decisions.filter((each) => !left.includes(each.id));
  const blank = chosen.some((each) => reasonOf(each).trim() === '');
  if (decisions.length === 0) return null;

  const take = async () => {
    setBusy(true);
    const failed: typeof failures = [];
    let last: Written | undefined;
    for (const each of chosen) {
      try {
        last = (
          await write<Written>('PUT', deciding.subject.path(each.path), {
            ...each.body,
            reason: reasonOf(each).trim(),
          })
        ).data;
      } catch (error) {
        failed.push({ what: what(each), error });
      }
    }
    await deciding.subject.refresh();
    setBusy(false);
    setFailures(failed);
    if (failed.length === 0) draft.keep(undefined);
    if (last) deciding.onDone(last);
  };

  return (
    <div className="knip-notice">
      <h3 className="knip-standing__title">{t('takeOver.title')}</h3>
      <p>{t('takeOver.text')}</p>
      <Section title={`${t('takeOver.show')} (${decisions.length})`} quiet open={draft.kept !== undefined}>
        <ul className="knip-takeover">
          {decisions.map((each) => {
            const name = what(each);
            return (
              <li key={each.id}>
                <label className="check">
                  <input
                    type="checkbox"
                    checked={!left.includes(each.id)}
                    onChange={() =>
                      draft.keep({
                        reasons,
                        left: left.includes(each.id)
                          ? left.filter((id) => id !== each.id)
                          : [...left, each.id],
                      })
                    }
                  />
                  {name}
                </label>
                {!left.includes(each.id) && (
                  <textarea
                    className="utrecht-textarea utrecht-textarea--html-textarea"
                    aria-label={t('takeOver.reasonOf', { what: name })}
                    rows={2}
                    maxLength={LONGEST_TEXT}
                    value={reasonOf(each)}
                    onChange={(event) =>
                      draft.keep({ left, reasons: { ...reasons, [each.id]: event.target.value } })
                    }
                  />
                )}
              </li>
            );
          })}
        </ul>
        {failures.map((each) => (
          <div key={each.what}>
            <p>{t('takeOver.failed', { what: each.what })}</p>
            <ProblemNotice error={each.error} />
          </div>
        ))}
        {dirty ? (
          <p className="knip-warning">{t('takeOver.dirty')}</p>
        ) : (
          <Button
            purpose="primary"
            busy={busy}
            disabled={busy || chosen.length === 0 || blank}
            onClick={() => void take()}
          >
            {t('takeOver.take', { count: chosen.length })}
          </Button>
        )}
      </Section>
    </div>
  );
}

/** A carried decision in one line. */
function useWhat(): (decision: CarriedDecision) => string {
  const { t, side, shell, channels, named } = useTexts();
  return ({ kind, stepName, carried }) => {
    const step = stepName === undefined ? t('takeOver.ofProcess') : `“${named(stepName)}”`;
    if (kind === 'knip') {
      const knip = carried as NonNullable<OutlineStep['knip']>;
      return t('takeOver.what.knip', {
        step,
        value: side(knip.side) + (knip.role ? `, ${shell(`role.${knip.role}`)}` : ''),
      });
    }
    if (kind === 'channels')
      return t('takeOver.what.channels', {
        step,
        value: channels((carried as NonNullable<OutlineStep['channels']>).channels),
      });
    return t('takeOver.what.binding', {
      step,
      value: (carried as NonNullable<OutlineStep['binding']>).source,
    });
  };
}
