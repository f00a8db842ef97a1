import { Heading } from '@nl-design-system-candidate/heading-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { WithNames } from '../process/sentences/sentence.js';
import { absoluteTime } from '../ui/times.js';
import type { Entry, Part } from './entries.js';
import { SymbolMark } from './symbol-mark.js';

interface Props {
  entries: readonly Entry[];
  current: number | undefined;
  onGoTo(entry: Entry): void;
}

/** What differs, a sentence a line, in its parts; every line leads to its place in the drawings. */
export function EntryList({ entries, current, onGoTo }: Props) {
  const { t } = useTranslation('comparison');
  return (['decisions', 'changes', 'layout'] satisfies Part[]).map((part) => {
    const lines = entries.filter((entry) => entry.part === part);
    return (
      lines.length > 0 && (
        <section key={part} aria-labelledby={`verschillen-${part}`}>
          <Heading level={3} id={`verschillen-${part}`}>
            {t(`list.${part}`)}
          </Heading>
          <ol className="differences" start={lines[0]!.number}>
            {lines.map((entry) => (
              <Line
                key={entry.number}
                entry={entry}
                current={entry.number === current}
                onGoTo={() => onGoTo(entry)}
              />
            ))}
          </ol>
        </section>
      )
    );
  });
}

function Line({ entry, current, onGoTo }: { entry: Entry; current: boolean; onGoTo(): void }) {
  const { t, i18n } = useTranslation('comparison');
  const line = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (current) line.current?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  const { number, symbol, sentence, was, is, why, decided } = entry;
  const by = decided?.after;
  return (
    <li ref={line} className={current ? 'difference difference--current' : 'difference'} value={number}>
      <button type="button" className="difference__go" aria-current={current || undefined} onClick={onGoTo}>
        <SymbolMark symbol={symbol} />
        <span className="difference__number" aria-hidden="true">
          {number}
        </span>
        <span>
          <span className="visually-hidden">{t(`symbol.${symbol}`)}: </span>
          <WithNames text={sentence} />
        </span>
      </button>
      {(was !== undefined || is !== undefined) && (
        <dl className="difference__texts">
          {was !== undefined && (
            <div>
              <dt>{t('list.was')}</dt>
              <dd>{was}</dd>
            </div>
          )}
          {is !== undefined && (
            <div>
              <dt>{t('list.is')}</dt>
              <dd>{is}</dd>
            </div>
          )}
        </dl>
      )}
      {why && (
        <p className="difference__why">
          {t('list.because')}: {why}
        </p>
      )}
      {by && (
        <p className="difference__who muted">
          {t('list.who', {
            actor: by.actor.name,
            when: absoluteTime(by.at, i18n.language),
            version: by.version,
          })}
        </p>
      )}
    </li>
  );
}
