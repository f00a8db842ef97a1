import { attribute } from '../../xml/xml-tree.js';
import type { XmlElement } from '../../xml/xml-tree.js';
import { isDrawn } from '../changes/merge-state.js';
import type { MergeState } from '../changes/merge-state.js';
import { ringOf } from '../changes/places.js';
import type { Lasting } from '../changes/removal-group.js';
import { attributeKey, namesElement } from '../pieces/meaning.js';
import { has } from '../pieces/piece.js';
import type { Piece } from '../pieces/piece.js';
import { NEEDED, neededRefs } from '../pieces/references.js';
import { ORIGINS } from '../pieces/source.js';
import type { Origin } from '../pieces/source.js';
import { originsOf } from '../pieces/three-way.js';

/**
 * Makes what was decided hold together, whichever way the conflicts were chosen: what was removed along with
 * something that stays comes back, a flow without its end goes where it led before or goes, and what is
 * in nothing goes.
 */
export class Validity {
  private readonly dependents = new Map<Piece, Set<Piece>>();

  constructor(
    private readonly state: MergeState,
    private readonly lasting: Lasting,
  ) {
    for (const piece of state.tree.entities.values()) {
      for (const origin of ORIGINS) {
        const element = piece.elements[origin];
        if (!element) continue;
        const needed = isDrawn(piece) ? [] : neededRefs(element).flatMap((ref) => state.target(ref) ?? []);
        const around = piece.within[origin];
        for (const target of around ? [...needed, around] : needed) {
          const known = this.dependents.get(target) ?? new Set<Piece>();
          known.add(piece);
          this.dependents.set(target, known);
        }
      }
    }
  }

  restore(): void {
    const { kept, removed } = this.lasting;
    const back = [...kept];
    for (let piece = back.pop(); piece; piece = back.pop()) {
      for (const each of this.dependents.get(piece) ?? []) {
        if (
          each.present ||
          !removed.has(each) ||
          isDrawn(each) ||
          this.wasDecided(each) ||
          !this.canStand(each, 'base')
        )
          continue;
        each.present = true;
        back.push(each);
      }
    }
    if (kept.size > 0) this.referAgain();
    for (const piece of this.state.tree.entities.values())
      if (piece.present && ringOf(piece)) piece.place = piece.within.base ?? piece.place;
  }

  /**
   * What a side no longer names only because it removed it: a default flow that came back is the default
   * again.
   */
  private referAgain(): void {
    for (const piece of this.state.tree.entities.values()) {
      const { base } = piece.elements;
      if (!base || !piece.attributes || isDrawn(piece)) continue;
      for (const [key, origin] of piece.attributes) {
        const onBase = nameGiven(base, key);
        const target = this.state.target(onBase);
        const chosen = piece.elements[origin];
        if (
          target?.present &&
          this.lasting.removed.has(target) &&
          chosen &&
          nameGiven(chosen, key) === undefined
        )
          piece.attributes.set(key, 'base');
      }
    }
  }

  /** Names what the base names where what a side names is gone, as long as that is still there. */
  private referBack(piece: Piece): void {
    const { base } = piece.elements;
    if (!base || !piece.attributes) return;
    for (const [key, origin] of piece.attributes) {
      const chosen = piece.elements[origin];
      const ref = chosen && nameGiven(chosen, key);
      const before = nameGiven(base, key);
      if (
        ref !== undefined &&
        this.state.lost(ref, piece, origin) &&
        before !== undefined &&
        this.state.target(before)?.present
      )
        piece.attributes.set(key, 'base');
    }
  }

  /** Takes out what cannot stand, until all that is left can. */
  settle(): void {
    const open = new Set([...this.state.tree.entities.values()].filter((piece) => piece.present));
    for (const piece of open) {
      open.delete(piece);
      if (!piece.present || this.stands(piece)) continue;
      piece.present = false;
      for (const each of this.dependents.get(piece) ?? []) open.add(each);
    }
    for (const piece of this.state.tree.entities.values()) if (piece.present) this.referBack(piece);
  }

  private wasDecided(piece: Piece): boolean {
    return this.state.byPiece.get(piece)?.some(({ conflict }) => conflict.kind === 'removed') ?? false;
  }

  private canStand(piece: Piece, origin: Origin): boolean {
    const element = piece.elements[origin];
    if (!element) return false;
    const around = piece.within[origin];
    return (
      (around === undefined || around.present) &&
      neededRefs(element).every((ref) => this.leads(ref, piece, element))
    );
  }

  private stands(piece: Piece): boolean {
    const { root } = this.state.tree;
    if (piece === root) return true;
    if (!piece.place?.present || ringOf(piece)) {
      const place = this.byPreference(piece)
        .map((origin) => piece.within[origin])
        .find((around) => around?.present && around !== piece);
      if (!place) return false;
      piece.place = place;
      if (ringOf(piece)) return false;
    }
    if (isDrawn(piece)) return true;
    return (
      this.mended(piece, ['sourceRef', 'targetRef']) &&
      this.mended(piece, ['attachedToRef']) &&
      this.partsLead(piece)
    );
  }

  /** Whether the ends lead somewhere, if need be where they led in another of the three. */
  private mended(piece: Piece, names: string[]): boolean {
    const leads = (origin: Origin) => {
      const element = piece.elements[origin];
      return (
        element !== undefined && names.every((name) => this.leads(attribute(element, name), piece, element))
      );
    };
    const now = names.every((name) => {
      const element = piece.elements[piece.attributes?.get(name) ?? piece.tag];
      return element === undefined || this.leads(attribute(element, name), piece, element);
    });
    if (now) return true;
    const other = this.byPreference(piece).find(leads);
    if (!other) return false;
    piece.attributes ??= new Map();
    for (const name of names) piece.attributes.set(name, other);
    return true;
  }

  private partsLead(piece: Piece): boolean {
    const element = piece.elements[piece.tag];
    const inAttributes = new Set(NEEDED.map((name) => element && attribute(element, name)?.trim()));
    return (
      !element || neededRefs(element).every((ref) => inAttributes.has(ref) || this.leads(ref, piece, element))
    );
  }

  /** The base, then the sides in an order that does not depend on which is which. */
  private byPreference(piece: Piece): Origin[] {
    const textOf = this.state.textOf(piece);
    return originsOf(piece).sort((a, b) =>
      a === 'base' ? -1 : b === 'base' ? 1 : textOf(a) <= textOf(b) ? -1 : 1,
    );
  }

  /** Whether what is named is there, or was missing before in a diagram that named it so. */
  private leads(ref: string | undefined, piece: Piece, named: XmlElement): boolean {
    if (ref === undefined) return true;
    const target = this.state.target(ref);
    if (!target || target.present) return true;
    return ORIGINS.some((origin) => {
      const element = piece.elements[origin];
      return (
        element !== undefined &&
        !has(target, origin) &&
        (element === named || neededRefs(element).includes(ref.trim()))
      );
    });
  }
}

/** What an attribute refers to; undefined where it is none that does. */
function nameGiven(element: XmlElement, key: string): string | undefined {
  const found = element.attributes.find((each) => attributeKey(each) === key);
  return found && namesElement(element, found) ? found.value.trim() : undefined;
}
