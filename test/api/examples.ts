/** An example of the documentation: a command, and the answer that stands below it. */
export interface Example {
  /** The heading that it stands under. */
  title: string;
  command: string;
  answer: string;
  form: 'json' | 'csv';
}

const BLOCK = /```(\w+)\n([\s\S]*?)```/g;

/** The examples in a Markdown text: each block of `sh` with curl in it, with the block of its answer after it. */
export function examplesIn(markdown: string): Example[] {
  const blocks = [...markdown.matchAll(BLOCK)].map((match) => ({
    language: match[1] ?? '',
    text: match[2] ?? '',
    title: titleBefore(markdown, match.index),
  }));
  return blocks.flatMap(({ language, text, title }, at) => {
    const answer = blocks[at + 1];
    if (language !== 'sh' || !text.includes('curl') || !isForm(answer?.language)) return [];
    return [{ title, command: text.trim(), answer: answer.text.trim(), form: answer.language }];
  });
}

const isForm = (language: string | undefined): language is Example['form'] => language === 'json' || language === 'csv';

function titleBefore(markdown: string, at: number): string {
  const prose = markdown.slice(0, at).replaceAll(BLOCK, '');
  const headings = prose.match(/^#+ .*$/gm) ?? [];
  return headings.at(-1)?.replace(/^#+ /, '') ?? '';
}

/** The text with other answers to its examples, in their order. */
export function withAnswers(markdown: string, answers: readonly string[]): string {
  return examplesIn(markdown).reduce((text, { command, answer }, at) => {
    const begin = text.indexOf(answer, text.indexOf(command) + command.length);
    return text.slice(0, begin) + (answers[at] ?? answer) + text.slice(begin + answer.length);
  }, markdown);
}
