import TextRenderer from 'bpmn-js/lib/draw/TextRenderer';
import { roomForWords } from './room-for-words.js';
import { shortened } from './shortened.js';

type Layout = NonNullable<Parameters<TextRenderer['createText']>[1]>;

/** More than any word: nothing is broken while it is measured. */
const UNBROKEN = { width: 100_000, height: 30 };

/**
 * Draws long names shortened, since laying out 100 KB of text would stop the page, and labels without
 * breaking their words.
 */
export class ShortTextRenderer extends TextRenderer {
  static override $inject = ['config.textRenderer'];

  constructor(config: ConstructorParameters<typeof TextRenderer>[0]) {
    super(config);
    // The library's own methods are properties of the object, so they are wrapped here.
    const { createText, getDimensions, getExternalLabelBounds, getExternalStyle, getTextAnnotationBounds } =
      this;
    const roomy = (text: string, options?: Layout): Layout | undefined => {
      const { box, style } = options ?? {};
      // Only labels beside their element have the small letters; a name inside an element must stay inside.
      if (box?.width === undefined || style?.fontSize !== getExternalStyle().fontSize) return options;
      const widthOf = (word: string) => Math.ceil(getDimensions(word, { box: UNBROKEN, style }).width);
      return { ...options, box: { ...box, width: roomForWords(text, box.width, widthOf) } };
    };
    this.createText = (text, options) => {
      const drawn = shortened(text, options?.box);
      return createText(drawn, roomy(drawn, options));
    };
    this.getExternalLabelBounds = (bounds, text) => getExternalLabelBounds(bounds, shortened(text));
    this.getTextAnnotationBounds = (bounds, text) => getTextAnnotationBounds(bounds, shortened(text));
  }
}
