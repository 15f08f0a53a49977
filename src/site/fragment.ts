/** Chinese may stand in an address as it is, at a third of its length in codes; these characters may not. */
const NOT_IN_ADDRESS = /[\s"%<>[\\\]^`{|}]/g;

/** The id of an element as it stands in an address, behind `#`. */
export function fragmentOf(id: string): string {
  return id.replaceAll(NOT_IN_ADDRESS, encodeURIComponent);
}
