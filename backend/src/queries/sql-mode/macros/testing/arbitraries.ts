import fc from 'fast-check';

/** Texts and comments of every kind, with macros and variables in them. */
export function quotedText(): fc.Arbitrary<string> {
  const inner = fc
    .array(
      fc.constantFrom('$__timeFrom()', '$__nothing(', '$state ', '${state}', '[[a]]', 'é', '(', ',', ' ', '1', '\n'),
    )
    // A text that is nothing but a variable is refused, for good reason; the dot keeps out of that.
    .map((parts) => `.${parts.join('')}`);
  return fc.oneof(
    inner.map((text) => `'${text}'`),
    inner.map((text) => `'${text}'''`),
    inner.map((text) => `E'${text}\\''`),
    inner.map((text) => `"${text}"`),
    inner.map((text) => `$$${text}$$`.replaceAll('$$$', '$$')),
    inner.map((text) => `$q$${text}$q$`),
    inner.map((text) => `/* ${text} /* ${text} */ */`),
    inner.map((text) => `--${text.replaceAll('\n', ' ')}\n`),
  );
}

/** Pieces of SQL put together at random: words, numbers, symbols, texts, comments; not always sound SQL. */
export function sqlText(): fc.Arbitrary<string> {
  const word = fc.constantFrom(
    'SELECT',
    ' ',
    'a',
    '"b"',
    '1.5',
    '(',
    ')',
    '[',
    ']',
    ',',
    "'",
    '"',
    '$',
    '$$',
    '--',
    '/*',
  );
  return fc.array(fc.oneof(word, quotedText())).map((parts) => parts.join(' '));
}
