const PATH_START = /^-?[\d.].* (?:re|m)$/u;
const PATH_PAINT = /^(?:f\*?|F|S|s|B\*?|b\*?|(?:W\*? )?n)$/u;
const TAGGED = /\/MCID (?<id>\d+) ?>> ?BDC$/u;

/** The number of the tagged content that a line begins; undefined where it begins none. */
export function taggedContent(line: string): number | undefined {
  const id = line.endsWith('BDC') ? TAGGED.exec(line)?.groups?.['id'] : undefined;
  return id === undefined ? undefined : Number(id);
}

/** Whether a line begins content of any kind, which goes on to its `EMC`. */
export function opensMark(line: string): boolean {
  return line.endsWith('BDC') || line.endsWith('BMC');
}

/**
 * The lines of a page with each piece of content marked as what it is: that of a tag by the tag's type, and whatever no tag
 * holds as an artifact, such as the running head, the page number and rules. Chrome leaves these unmarked, or within the tag
 * of the element that they frame, so that a screen reader would not know whether to read them (PDF/UA, ISO 14289-1, 7.1).
 *
 * @param types of the tags, by the number of the content
 */
export function markLines(lines: readonly string[], types: ReadonlyMap<number, string>): readonly string[] {
  const marked: string[] = [];
  let depth = 0;
  let end: RegExp | undefined;
  // Drawings that follow one another are one artifact: a line of dots is hundreds.
  let inArtifact = false;
  for (const line of lines) {
    if (depth === 0 && end === undefined) {
      end = endOfDrawing(line);
      if (inArtifact !== (end !== undefined)) marked.push(inArtifact ? 'EMC' : '/Artifact BMC');
      inArtifact = end !== undefined;
    }
    marked.push(named(line, types));
    if (end === undefined) {
      if (opensMark(line)) depth += 1;
      if (line === 'EMC') depth -= 1;
    } else if (end.test(line)) end = undefined;
  }
  if (inArtifact) marked.push('EMC');
  return marked;
}

function named(line: string, types: ReadonlyMap<number, string>): string {
  const id = taggedContent(line);
  if (id === undefined) return line;
  const type = types.get(id);
  return type === undefined ? '/Artifact BMC' : `/${type} <</MCID ${id}>> BDC`;
}

/** How the drawing ends that this line begins; undefined when the line draws nothing. */
function endOfDrawing(line: string): RegExp | undefined {
  if (line === 'BT') return /^ET$/u;
  if ((line.endsWith(' re') || line.endsWith(' m')) && PATH_START.test(line)) return PATH_PAINT;
  return undefined;
}
