import { useTranslation } from 'react-i18next';
import { apiUrl } from '../http.js';
import { processPath } from './queries.js';
import { Disclosure } from '../ui/disclosure.js';

interface Props {
  id: string;
  /** Name of the process, for the name of the button where several stand on one page. */
  name?: string;
  /** The version to take along; the newest when absent. */
  version?: number;
}

/** Take a process along: the drawing as saved, the drawing with all that was decided, or a picture. */
export function DownloadMenu({ id, name, version }: Props) {
  const { t } = useTranslation();
  return (
    <Disclosure label={t('download.label')} {...(name && { name: t('download.name', { name }) })}>
      {(close) => <DownloadLinks id={id} onChosen={close} {...(version !== undefined && { version })} />}
    </Disclosure>
  );
}

/** The three links alone, to stand in a menu with more. */
export function DownloadLinks({
  id,
  version,
  onChosen,
}: {
  id: string;
  version?: number;
  onChosen?: () => void;
}) {
  const { t } = useTranslation();
  const at = version === undefined ? '' : `version=${version}`;
  const links = [
    {
      href: apiUrl(processPath(id, `/diagram${at && `?${at}`}`)),
      title: t('download.saved'),
      text: t('download.savedText'),
    },
    {
      href: apiUrl(processPath(id, `/export?format=bpmn${at && `&${at}`}`)),
      title: t('download.knips'),
      text: t('download.knipsText'),
    },
    {
      href: apiUrl(processPath(id, `/export?format=svg${at && `&${at}`}`)),
      title: t('download.picture'),
      text: t('download.pictureText'),
    },
  ];
  return (
    <ul className="menu">
      {links.map((link) => (
        <li key={link.href}>
          <a className="menu__item" href={link.href} download="" onClick={onChosen}>
            {link.title}
            <span className="menu__text">{link.text}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
