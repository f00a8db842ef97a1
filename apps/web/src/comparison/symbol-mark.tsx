import { looks, symbolPaths, type ChangeSymbol } from '../canvas/extensions/change-marks/index.js';

/** The symbol of a change as it stands in the drawings; decoration beside words that say it. */
export function SymbolMark({ symbol }: { symbol: ChangeSymbol }) {
  return (
    <svg
      className="symbol-mark"
      viewBox="-9 -9 18 18"
      width="18"
      height="18"
      aria-hidden="true"
      focusable="false"
    >
      <rect x="-9" y="-9" width="18" height="18" rx="3" fill={looks[symbol].colour} />
      <path
        d={symbolPaths[symbol]}
        fill="none"
        stroke="#ffffff"
        strokeWidth="2"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
