/** A path of two or more parts, from the root of a disk on; addresses of the web are none. */
const PATH =
  /(?<![\w:/\\.])(?:[A-Za-z]:)?[\\/][^\s"'<>|:;,()\\/]+(?:[\\/][^\s"'<>|:;,()\\/]+)*[\\/]([^\s"'<>|:;,()\\/]+)/g;

/** The name of a folder or file without the way to it. */
export function nameOfPlace(path: string): string {
  return path.split(/[\\/]/).findLast((part) => part !== '') ?? path;
}

/**
 * A text with only the last part of each path in it: how the server's disks are laid out concerns those who look after it.
 *
 * @param known paths that may stand in it, also such as are hard to tell from the words around them
 */
export function withoutPlaces(text: string, known: readonly string[] = []): string {
  const shortened = known
    .filter((path) => path !== '')
    .toSorted((a, b) => b.length - a.length)
    .reduce((all, path) => all.replaceAll(path, nameOfPlace(path)), text);
  return shortened.replace(PATH, '$1');
}
