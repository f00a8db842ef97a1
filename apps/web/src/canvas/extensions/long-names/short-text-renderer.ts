import TextRenderer from 'bpmn-js/lib/draw/TextRenderer';
import { shortened } from './shortened.js';

/** Draws long names shortened, since laying out 100 KB of text would stop the page. */
export class ShortTextRenderer extends TextRenderer {
  static override $inject = ['config.textRenderer'];

  constructor(config: ConstructorParameters<typeof TextRenderer>[0]) {
    super(config);
    // The library's own methods are properties of the object, so they are wrapped here.
    const { createText, getExternalLabelBounds, getTextAnnotationBounds } = this;
    this.createText = (text, options) => createText(shortened(text, options?.box), options);
    this.getExternalLabelBounds = (bounds, text) => getExternalLabelBounds(bounds, shortened(text));
    this.getTextAnnotationBounds = (bounds, text) => getTextAnnotationBounds(bounds, shortened(text));
  }
}
