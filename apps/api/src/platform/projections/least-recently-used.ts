/** A small cache that forgets first what was not asked for the longest. */
export class LeastRecentlyUsed<Value> {
  private readonly entries = new Map<string, Value>();

  constructor(private readonly limit: number) {}

  /** The value under a key, made and kept when it is not there; undefined is not kept. */
  get<Made extends Value | undefined>(key: string, make: () => Made): Value | Made {
    const known = this.entries.get(key);
    const value = known ?? make();
    if (value === undefined) return value;
    this.entries.delete(key);
    this.entries.set(key, value);
    if (this.entries.size > this.limit) this.entries.delete(this.entries.keys().next().value!);
    return value;
  }

  forget(key: string): void {
    this.entries.delete(key);
  }

  clear(): void {
    this.entries.clear();
  }
}
