/** Markdown with its marks taken away: sentences, each paragraph by itself. */
export function plainParagraphs(markdown: string): string[] {
  const plain = markdown
    // What a reader of a page may unfold is an explanation of the page.
    .replace(/<details>[\s\S]*?<\/details>/g, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/^#+ |[*`>]+/gm, '');
  return plain
    .split(/\n\s*\n/)
    .map((one) => one.trim())
    .filter((one) => one !== '');
}
