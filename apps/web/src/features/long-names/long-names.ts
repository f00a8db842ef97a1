import TextRenderer from 'bpmn-js/lib/draw/TextRenderer';

/** What fits an element many times over; the full name stays in the file and in the step list. */
const LONGEST_DRAWN = 240;

function shortTextRenderer(config: ConstructorParameters<typeof TextRenderer>[0]): TextRenderer {
  const renderer = new TextRenderer(config);
  const { createText, getExternalLabelBounds, getTextAnnotationBounds } = renderer;
  renderer.createText = (text, options) => createText(shortened(text), options);
  renderer.getExternalLabelBounds = (bounds, text) => getExternalLabelBounds(bounds, shortened(text));
  renderer.getTextAnnotationBounds = (bounds, text) => getTextAnnotationBounds(bounds, shortened(text));
  return renderer;
}
shortTextRenderer.$inject = ['config.textRenderer'];

/** At most 240 characters, the last of them dots when something was left out. */
export function shortened(text: string): string {
  const characters = [...text.slice(0, LONGEST_DRAWN * 2)];
  return characters.length <= LONGEST_DRAWN && text.length <= LONGEST_DRAWN * 2 ? text : `${characters.slice(0, LONGEST_DRAWN - 1).join('')}…`;
}

/** Canvas extension: names of any length are drawn shortened, since laying out 100 KB of text would stop the page. */
export default { textRenderer: ['factory', shortTextRenderer] };
