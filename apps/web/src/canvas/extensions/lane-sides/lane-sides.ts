import type { Side } from '#contract';
import type { DiagramElement } from '../../diagram/elements.js';
import { isLane } from '../../diagram/read-nodes.js';
import { colours } from '../../diagram/colours.js';

interface ContextPad {
  registerProvider(provider: object): void;
  open(element: DiagramElement, force: boolean): void;
}

/** Texts that this extension adds to the library's own, in English as theirs. */
export const laneSideTexts = { front: 'Lane of the front office', back: 'Lane of the back office' } as const;

const icons: Record<Side, string> = {
  front: `<path d="M11 1 L21.5 19.5 H0.5 Z" fill="${colours.front.stroke}"/><path d="M8.6 17 V9.5 H13.4 M8.6 13.2 H12.6" fill="none" stroke="white" stroke-width="2"/>`,
  back: `<rect x="1" y="1" width="20" height="20" fill="${colours.back.stroke}"/><path d="M8 6 V16 H11.6 A2.6 2.6 0 0 0 11.6 10.8 H8 M11.6 10.8 A2.4 2.4 0 0 0 11.6 6 H8" fill="none" stroke="white" stroke-width="2"/>`,
};

/** Entries in the context pad of a lane that say whose work it holds; a second click takes that back. */
export class LaneSides {
  static $inject = ['contextPad', 'modeling', 'translate'];

  constructor(
    private readonly contextPad: ContextPad,
    private readonly modeling: { updateProperties(element: DiagramElement, properties: object): void },
    private readonly translate: (text: string) => string,
  ) {
    contextPad.registerProvider(this);
  }

  getContextPadEntries(element: DiagramElement): object {
    return isLane(element)
      ? { 'lane.front': this.#entry(element, 'front'), 'lane.back': this.#entry(element, 'back') }
      : {};
  }

  #entry(lane: DiagramElement, side: Side): object {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="22" height="22" viewBox="0 0 22 22">${icons[side]}</svg>`;
    return {
      group: 'knip',
      title: this.translate(laneSideTexts[side]),
      imageUrl: `data:image/svg+xml,${encodeURIComponent(svg)}`,
      action: {
        click: () => {
          this.modeling.updateProperties(lane, {
            'knip:side': lane.businessObject.get('knip:side') === side ? undefined : side,
          });
          this.contextPad.open(lane, true);
        },
      },
    };
  }
}
