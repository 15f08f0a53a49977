/** Digits of a key: a SHA-256. */
const KEY_LENGTH = 64;

/** An entry as it lies in a folder or on a server: under whose key, so that it is taken for no other one's. */
export function entryFile(key: string, bytes: Uint8Array): Uint8Array {
  return Buffer.concat([Buffer.from(key.padEnd(KEY_LENGTH)), bytes]);
}

/** The entry in a file that `entryFile` made for this key; undefined in any other. */
export function entryIn(key: string, file: Uint8Array): Uint8Array | undefined {
  const head = Buffer.from(file.subarray(0, KEY_LENGTH)).toString('latin1');
  return head === key.padEnd(KEY_LENGTH) ? file.subarray(KEY_LENGTH) : undefined;
}

/** Where an entry lies, from the folder or address of all: in a folder by its first digits, since some systems are slow with many thousands in one. */
export function entryPath(key: string): string {
  return `${key.slice(0, 2)}/${key}`;
}
