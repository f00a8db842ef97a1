/** The scissors over the cutting line; decoration beside the name. */
export function BrandMark() {
  return (
    <svg viewBox="0 0 32 32" width="24" height="24" aria-hidden="true" focusable="false">
      <path d="M2 16h28" stroke="currentColor" strokeWidth="2" strokeDasharray="3 2.500" />
      <g fill="none" stroke="#ffb612" strokeWidth="2.600" strokeLinecap="round">
        <path d="M11 5l8 16M21 5l-8 16" />
        <circle cx="11" cy="24" r="3.200" />
        <circle cx="21" cy="24" r="3.200" />
      </g>
    </svg>
  );
}
