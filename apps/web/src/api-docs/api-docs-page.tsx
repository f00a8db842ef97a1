import './api-docs.css';
import { Heading } from '@nl-design-system-candidate/heading-react';
import { Paragraph } from '@nl-design-system-candidate/paragraph-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { apiUrl, get } from '../http.js';
import { FailedPage } from '../ui/failed-page.js';
import { LoadingPage } from '../ui/loading.js';
import { PageHeading } from '../ui/page-heading.js';
import { ApiFields } from './api-fields.js';
import { ApiRoute } from './api-route.js';
import { fieldsOf, routesByTag } from './open-api.js';
import type { OpenApi } from './open-api.js';

/** The API described, from the same document that programs read. */
export function ApiDocsPage() {
  const { t } = useTranslation('apiDocs');
  const {
    data: document,
    error,
    refetch,
  } = useQuery({
    queryKey: ['openapi'],
    staleTime: Infinity,
    queryFn: ({ signal }) => get<OpenApi>('/openapi.json', signal),
  });
  useEffect(() => {
    if (document) openAddressed();
    addEventListener('hashchange', openAddressed);
    return () => removeEventListener('hashchange', openAddressed);
  }, [document]);
  if (error) return <FailedPage error={error} onRetry={() => void refetch()} />;
  if (!document) return <LoadingPage />;
  return (
    <>
      <PageHeading title={t('title')} />
      <Paragraph>
        {document.info.title} {document.info.version}.{' '}
        <a className="nl-link" href={apiUrl('/openapi.json')}>
          {t('asJson')}
        </a>
      </Paragraph>
      {document.info.description && (
        <p lang="en" className="api-description">
          {document.info.description}
        </p>
      )}
      {[...routesByTag(document)].map(([tag, routes]) => (
        <section key={tag}>
          <Heading level={2} lang="en">
            {tag}
          </Heading>
          {routes.map((route) => (
            <ApiRoute key={route.id} route={route} document={document} />
          ))}
        </section>
      ))}
      <Heading level={2}>{t('models')}</Heading>
      {Object.entries(document.components?.schemas ?? {}).map(([name, schema]) => (
        <details key={name} id={`model-${name}`} className="api-route">
          <summary>
            <Heading level={3} className="api-route__title">
              <code>{name}</code>
            </Heading>
          </summary>
          {schema.description && <p lang="en">{schema.description}</p>}
          <ApiFields caption={name} rows={fieldsOf(schema, document)} />
        </details>
      ))}
    </>
  );
}

/** What an address points at must be open to be seen. */
function openAddressed(): void {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!(target instanceof HTMLDetailsElement)) return;
  target.open = true;
  target.scrollIntoView();
}
