import TextRenderer from 'bpmn-js/lib/draw/TextRenderer';
import { shortened } from './shortened.js';

function shortTextRenderer(config: ConstructorParameters<typeof TextRenderer>[0]): TextRenderer {
  const renderer = new TextRenderer(config);
  const { createText, getExternalLabelBounds, getTextAnnotationBounds } = renderer;
  renderer.createText = (text, options) => createText(shortened(text, options?.box), options);
  renderer.getExternalLabelBounds = (bounds, text) => getExternalLabelBounds(bounds, shortened(text));
  renderer.getTextAnnotationBounds = (bounds, text) => getTextAnnotationBounds(bounds, shortened(text));
  return renderer;
}
shortTextRenderer.$inject = ['config.textRenderer'];

/**
 * Canvas extension: names of any length are drawn shortened, since laying out 100 KB of text would stop the
 * page.
 */
export default { textRenderer: ['factory', shortTextRenderer] };
