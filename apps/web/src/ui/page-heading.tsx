import { Heading } from '@nl-design-system-candidate/heading-react';
import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';

const visited = { before: false };

/**
 * The one level-1 heading of a page. Sets the document's title, and takes the focus when one came here from
 * another page, so that a screen reader reads where one is. `title` is the plain text for the title bar.
 */
export function PageHeading({
  title,
  children,
  hidden,
}: {
  title: string;
  children?: ReactNode;
  hidden?: boolean;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · Knipkaart`;
  }, [title]);
  useEffect(() => {
    if (visited.before) heading.current?.focus({ preventScroll: hidden === true });
    visited.before = true;
  }, [hidden]);
  return (
    <Heading level={1} ref={heading} tabIndex={-1} {...(hidden && { className: 'visually-hidden' })}>
      {children ?? title}
    </Heading>
  );
}
