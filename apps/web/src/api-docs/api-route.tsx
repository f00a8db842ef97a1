import { Heading } from '@nl-design-system-candidate/heading-react';
import { useTranslation } from 'react-i18next';
import { ApiFields } from './api-fields.js';
import { ApiType } from './api-type.js';
import type { Content, OpenApi, Route } from './open-api.js';
import { exampleOf, fieldsOf, parameterOf } from './open-api.js';

/** One route: what it takes and what it answers. */
export function ApiRoute({ route, document }: { route: Route; document: OpenApi }) {
  const { t } = useTranslation('apiDocs');
  const { operation } = route;
  const parameters = (operation.parameters ?? []).map((parameter) => parameterOf(parameter, document));
  return (
    <details className="api-route" id={route.id}>
      <summary>
        <Heading level={3} className="api-route__title">
          <code>
            <span className="api-route__method">{route.method}</span> {route.path}
          </code>{' '}
          <span className="api-route__summary" lang="en">
            {operation.summary}
          </span>
        </Heading>
      </summary>
      {operation.description && <p lang="en">{operation.description}</p>}
      {parameters.length > 0 && (
        <ApiFields
          caption={t('parameters')}
          rows={parameters.map(({ name, in: place, required, schema, description, example }) => ({
            name,
            place,
            required: required ?? false,
            schema,
            description,
            example,
          }))}
        />
      )}
      {operation.requestBody?.content && (
        <Body caption={t('body')} content={operation.requestBody.content} document={document} />
      )}
      <Heading level={4} appearance="level-5">
        {t('answers')}
      </Heading>
      <ul className="api-answers">
        {Object.entries(operation.responses ?? {}).map(([status, answer]) => (
          <li key={status}>
            <strong>{status}</strong> <span lang="en">{answer.description}</span>
            {Object.entries(answer.content ?? {}).map(([type, content]) => (
              <span key={type} className="api-answers__type">
                {type} <ApiType schema={content.schema} />
              </span>
            ))}
          </li>
        ))}
      </ul>
    </details>
  );
}

function Body({ caption, content, document }: { caption: string; content: Content; document: OpenApi }) {
  const { t } = useTranslation('apiDocs');
  return Object.entries(content).map(([type, each]) => {
    const example = exampleOf(each);
    const fields = each.schema ? fieldsOf(each.schema, document) : [];
    return (
      <div key={type}>
        {fields.length > 0 ? (
          <ApiFields caption={`${caption} (${type})`} rows={fields} />
        ) : (
          <p>
            {caption}: <code>{type}</code>
          </p>
        )}
        {example && (
          <>
            <p>{t('example')}</p>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by key */}
            <pre className="api-example" tabIndex={0}>
              {example}
            </pre>
          </>
        )}
      </div>
    );
  });
}
