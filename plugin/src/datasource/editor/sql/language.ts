import type { Monaco } from '@grafana/ui';
import { KEYWORDS } from '../../statement/keywords';

/** The editor's name for DuckDB's SQL with the macros of this data source. */
export const LANGUAGE_ID = 'churnwatch-sql';

const words = [...new Set(KEYWORDS.flatMap((keyword) => keyword.toLowerCase().split(' ')))];

/** Teaches the editor to colour statements, close brackets and indent; once per page. */
export function registerLanguage(monaco: Monaco): void {
  if (monaco.languages.getLanguages().some(({ id }) => id === LANGUAGE_ID)) return;
  monaco.languages.register({ id: LANGUAGE_ID });
  monaco.languages.setLanguageConfiguration(LANGUAGE_ID, {
    comments: { lineComment: '--', blockComment: ['/*', '*/'] },
    brackets: [
      ['(', ')'],
      ['[', ']'],
      ['{', '}'],
    ],
    autoClosingPairs: [
      { open: '(', close: ')' },
      { open: '[', close: ']' },
      { open: '{', close: '}' },
      { open: "'", close: "'", notIn: ['string', 'comment'] },
      { open: '"', close: '"', notIn: ['string', 'comment'] },
    ],
  });
  monaco.languages.setMonarchTokensProvider(LANGUAGE_ID, {
    ignoreCase: true,
    defaultToken: '',
    keywords: words,
    tokenizer: {
      root: [
        [/--.*$/, 'comment'],
        [/\/\*/, 'comment', '@comment'],
        [/'/, 'string', '@text'],
        [/"[^"]*"/, 'identifier'],
        [/\$__\w+/, 'predefined'],
        [/\$\{[^}]*\}|\$\w+|\[\[\w+(?::\w+)?\]\]/, 'tag'],
        [/[a-z_]\w*(?=\s*\()/, { cases: { '@keywords': 'keyword', '@default': 'type' } }],
        [/[a-z_]\w*/, { cases: { '@keywords': 'keyword', '@default': 'identifier' } }],
        [/\d[\d.]*/, 'number'],
        [/[()[\]{}]/, '@brackets'],
        [/[<>=!+\-*/%|&^~@:]+/, 'operator'],
      ],
      comment: [
        [/\*\//, 'comment', '@pop'],
        [/./, 'comment'],
      ],
      text: [
        [/\$\{[^}]*\}/, 'tag'],
        [/''/, 'string'],
        [/'/, 'string', '@pop'],
        [/./, 'string'],
      ],
    },
  });
}
