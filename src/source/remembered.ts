/**
 * A function of an object that is worked out once for each object. What it made is kept on the object itself and goes
 * when the object goes: an entry of a WeakMap, and with it a whole unit, would stay until the next full collection of
 * garbage, which takes most of the time where thousands of units come and go.
 */
export function remembered<K extends object, V>(make: (key: K) => V): (key: K) => V {
  const slot = Symbol(make.name);
  return (key) => {
    const holder = key as K & { [slot]?: V };
    if (slot in holder) return holder[slot] as V;
    const value = make(key);
    Object.defineProperty(holder, slot, { value });
    return value;
  };
}
