/** Remembers the last results of a pure function of a text: typing repeats nearly all of a post. */
export function remembered<T>(limit: number, make: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) {
      known.delete(key);
      known.set(key, found);
      return found;
    }
    const made = make(key);
    known.set(key, made);
    if (known.size > limit) {
      const oldest = known.keys().next();
      if (!oldest.done) known.delete(oldest.value);
    }
    return made;
  };
}
