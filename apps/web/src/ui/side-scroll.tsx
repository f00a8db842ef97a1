import './side-scroll.css';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** Something wide, such as a table, that scrolls sideways where it does not fit, and says so there. */
export function SideScroll({ label, children }: { label: string; children: ReactNode }) {
  const { t } = useTranslation();
  const box = useRef<HTMLElement>(null);
  const [isWide, setWide] = useState(false);
  useEffect(() => {
    const scrolled = box.current!;
    const sizes = new ResizeObserver(() => setWide(scrolled.scrollWidth > scrolled.clientWidth));
    // What is in it is wider or narrower by itself, e.g. when it is shown.
    for (const one of [scrolled, ...scrolled.children]) sizes.observe(one);
    return () => sizes.disconnect();
  }, []);
  return (
    <>
      {isWide && <p className="side-scroll__hint muted">↔ {t('scrollsSideways')}</p>}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by key */}
      <section className="side-scroll" ref={box} tabIndex={0} aria-label={label}>
        {children}
      </section>
    </>
  );
}
