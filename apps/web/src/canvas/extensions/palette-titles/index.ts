import { PaletteTitles } from './palette-titles.js';

/** Canvas extension: a part of the palette says what it is when the pointer rests on it. */
export default { __init__: ['paletteTitles'], paletteTitles: ['type', PaletteTitles] };
