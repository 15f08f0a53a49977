import { sourceFile } from '../source/source-file.ts';
import { parseYaml, type YamlDocument } from '../source/yaml.ts';

/** A file of the project as it is, or as it was just written. @throws Error for one that cannot be read */
export function documentOf(path: string, text: string): YamlDocument {
  const { document } = parseYaml(sourceFile(path, text));
  if (document === undefined) throw new Error(`${path} was written so that it cannot be read`);
  return document;
}
