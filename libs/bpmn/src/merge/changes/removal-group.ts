import type { Piece } from '../pieces/piece.js';

/** What became of the things that one side removed. */
export interface Lasting {
  /** Stay after all, because of a conflict. */
  kept: Set<Piece>;
  /** All that one side removed and the other has. */
  removed: Set<Piece>;
}

/** Removed things that can only stay or go together, with what speaks for staying. */
export class Groups {
  private readonly leaders = new Map<Piece, Piece>();
  private readonly reasons = new Map<Piece, { by: string; text: string }[]>();

  reason(member: Piece, by: Piece, text: string): void {
    this.leader(member);
    const list = this.reasons.get(member) ?? [];
    list.push({ by: by.key!, text });
    this.reasons.set(member, list);
  }

  /** All members, those too that join while they are gone through. */
  members(): Iterable<Piece> {
    return this.leaders.keys();
  }

  join(member: Piece, others: Piece[]): void {
    for (const other of others) this.leaders.set(this.leader(other), this.leader(member));
  }

  /**
   * Members in the order of their names, so that the order of the sides does not matter; likewise the
   * reasons.
   */
  all(): { members: Piece[]; reasons: string[] }[] {
    const groups = new Map<Piece, Piece[]>();
    for (const piece of this.leaders.keys()) {
      const leader = this.leader(piece);
      const list = groups.get(leader) ?? [];
      list.push(piece);
      groups.set(leader, list);
    }
    return [...groups.values()].map((members) => {
      members.sort((a, b) => (a.key! < b.key! ? -1 : 1));
      const given = members
        .flatMap((member) => this.reasons.get(member) ?? [])
        .sort((a, b) => (a.by < b.by ? -1 : a.by > b.by ? 1 : 0));
      return { members, reasons: [...new Set(given.map(({ text }) => text).filter((text) => text !== ''))] };
    });
  }

  private leader(piece: Piece): Piece {
    let at = piece;
    for (let next = this.leaders.get(at); next && next !== at; next = this.leaders.get(at)) {
      // Halving the way keeps the next search short.
      const further = this.leaders.get(next) ?? next;
      this.leaders.set(at, further);
      at = further;
    }
    if (!this.leaders.has(at)) this.leaders.set(at, at);
    return at;
  }
}
