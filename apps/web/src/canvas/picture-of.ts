const SVG = 'http://www.w3.org/2000/svg';
const MARGIN = 30;
/** What only serves the pointer. */
const ONLY_ON_SCREEN = '.djs-hit, .djs-outline, .djs-bendpoints, .djs-resizers, .djs-visual > title';

/**
 * A picture of what a canvas shows, whole and unmoved, as a copy of its own elements: copies keep their
 * styles under a policy without inline style, which text read again would not.
 * @param layer the library's layer with the elements of the plane on screen
 */
export function pictureOf(container: HTMLElement, layer: SVGGElement | null): SVGSVGElement | undefined {
  const drawn = container.querySelector<SVGSVGElement>('.djs-container > svg');
  if (!layer || !drawn || layer.childElementCount === 0) return undefined;
  const marks = drawn.querySelector<SVGGElement>('.layer-change-marks');
  const boxes = [layer, ...(marks ? [marks] : [])]
    .map((each) => each.getBBox())
    .filter(({ width, height }) => width > 0 || height > 0);
  if (boxes.length === 0) return undefined;
  const left = Math.min(...boxes.map((box) => box.x)) - MARGIN;
  const top = Math.min(...boxes.map((box) => box.y)) - MARGIN;
  const right = Math.max(...boxes.map((box) => box.x + box.width)) + MARGIN;
  const bottom = Math.max(...boxes.map((box) => box.y + box.height)) + MARGIN;
  const picture = document.createElementNS(SVG, 'svg');
  picture.setAttribute('viewBox', `${left} ${top} ${right - left} ${bottom - top}`);
  picture.setAttribute('class', 'picture');
  picture.append(
    ...[...drawn.querySelectorAll(':scope > defs'), layer, ...(marks ? [marks] : [])].map((each) =>
      each.cloneNode(true),
    ),
  );
  for (const part of picture.querySelectorAll(ONLY_ON_SCREEN)) part.remove();
  for (const part of picture.querySelectorAll('[data-element-id]')) part.removeAttribute('data-element-id');
  withOwnIds(picture);
  return picture;
}

/**
 * Arrow heads are referred to by id: the picture must not look for them in the canvas, which paper does not
 * show.
 */
function withOwnIds(picture: SVGSVGElement): void {
  for (const part of picture.querySelectorAll('[id]')) part.id += '-picture';
  for (const line of picture.querySelectorAll<SVGElement>('path, polyline, line')) {
    for (const end of ['marker-start', 'marker-mid', 'marker-end']) {
      const url = /^url\("?#([^")]+)"?\)$/.exec(line.style.getPropertyValue(end))?.[1];
      if (url) line.style.setProperty(end, `url("#${url}-picture")`);
    }
  }
}
