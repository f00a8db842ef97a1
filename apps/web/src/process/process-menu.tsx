import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { historyAddress, comparisonAddress } from '../addresses.js';
import { Disclosure } from '../ui/disclosure.js';
import { DownloadLinks } from './download-menu.js';
import { mayEdit, mayRetire } from './rights.js';
import type { Guarded } from './rights.js';
import { usePerson } from '../session.js';

// Forms are code that most visitors of the overview never need.
const RenameDialog = lazy(async () => ({ default: (await import('./rename-dialog.js')).RenameDialog }));
const RetireDialog = lazy(async () => ({ default: (await import('./retire-dialog.js')).RetireDialog }));

interface Props {
  process: Guarded & { id: string; name: string };
  /** Also the ways to take it along; leave out where a download menu stands beside. */
  withDownloads?: boolean;
  /** Without a border, where many stand below each other. */
  quiet?: boolean;
}

/** What can be done with a process besides editing it; where something may not be done, it says why. */
export function ProcessMenu({ process, withDownloads, quiet = false }: Props) {
  const { t } = useTranslation();
  const person = usePerson();
  const [asking, setAsking] = useState<'rename' | 'retire'>();
  const rename = mayEdit(person, process);
  const retire = mayRetire(person, process);
  const why = process.retired
    ? t('process.isRetired')
    : rename
      ? t('process.whyNotRetire')
      : t('process.whyNotEdit');
  const ask = (what: 'rename' | 'retire', close: () => void) => () => {
    close();
    setAsking(what);
  };
  return (
    <>
      <Disclosure quiet={quiet} label={t('process.menu')} name={t('process.menuOf', { name: process.name })}>
        {(close) => (
          <>
            <ul className="menu">
              <li>
                <Link className="menu__item" to={historyAddress(process.id)}>
                  {t('process.history')}
                </Link>
              </li>
              <li>
                <Link className="menu__item" to={comparisonAddress(process.id)}>
                  {t('process.compare')}
                </Link>
              </li>
              {rename && (
                <li>
                  <button type="button" className="menu__item" onClick={ask('rename', close)}>
                    {t('process.rename')}…
                  </button>
                </li>
              )}
              {retire && (
                <li>
                  <button type="button" className="menu__item" onClick={ask('retire', close)}>
                    {t('process.retire')}…
                  </button>
                </li>
              )}
            </ul>
            {withDownloads && <DownloadLinks id={process.id} onChosen={close} />}
            {!(rename && retire) && <p className="menu__why">{why}</p>}
          </>
        )}
      </Disclosure>
      <Suspense fallback={null}>
        {asking === 'rename' && (
          <RenameDialog id={process.id} name={process.name} onClose={() => setAsking(undefined)} />
        )}
        {asking === 'retire' && (
          <RetireDialog id={process.id} name={process.name} onClose={() => setAsking(undefined)} />
        )}
      </Suspense>
    </>
  );
}
