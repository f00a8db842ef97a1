import './accessibility.css';
import { Heading } from '@nl-design-system-candidate/heading-react';
import { Paragraph } from '@nl-design-system-candidate/paragraph-react';
import { useTranslation } from 'react-i18next';
import { PageHeading } from '../ui/page-heading.js';

/** How accessible this is, what was tested, and what does not work for everybody. */
export function AccessibilityPage() {
  const { t } = useTranslation('accessibility');
  const sections = ['works', 'limits', 'tested', 'report'] as const;
  return (
    <div className="prose">
      <PageHeading title={t('title')} />
      <Paragraph purpose="lead">{t('lead')}</Paragraph>
      {sections.map((section) => {
        const { title, items } = t(`${section}`, { returnObjects: true });
        return (
          <section key={section}>
            <Heading level={2}>{title}</Heading>
            <ul>
              {items.map((item) => (
                <li key={item}>{item}</li>
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}
