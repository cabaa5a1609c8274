/** What an element must be to match a selector at all, by selector: one entry for each of those between commas. */
const known = new Map();

/**
 * Whether an element could match the selector: no is certain, yes is not.
 * Looked at are the tag, the classes and the id that the last part of the selector names, and no more.
 */
function mayMatch(element, selector) {
  // Rules such as those of fonts have none.
  if (typeof selector !== 'string') return true;
  let subjects = known.get(selector);
  if (subjects === undefined) known.set(selector, (subjects = subjectsOf(selector)));
  return subjects === null || subjects.some((subject) => fits(element, subject));
}

/** Texts, then what stands in brackets, from within: none of it takes part. */
const INNER = /"[^"\\]*"|'[^'\\]*'|\[[^[\]()"']*\]|\([^[\]()"']*\)/g;
const COMPOUND = /^(\*|[\w-]*)((?:[.#][\w-]+)*)(?:::?[\w-]+)*$/;

/** Null where a selector is written in a way that is not understood here. */
function subjectsOf(selector) {
  if (selector.includes('\\')) return null;
  let left = selector;
  for (let before = ''; before !== left; left = left.replace(INNER, '')) before = left;
  const compounds = left.split(',').map((one) => COMPOUND.exec(lastPart(one)));
  if (compounds.includes(null)) return null;
  return compounds.map(([, tag, names]) => ({
    tag: tag === '*' ? '' : tag.toLowerCase(),
    classes: [...names.matchAll(/\.([\w-]+)/g)].map(([, name]) => name),
    ids: [...names.matchAll(/#([\w-]+)/g)].map(([, name]) => name),
  }));
}

const lastPart = (selector) =>
  selector
    .trim()
    .split(/[\s>+~]+/)
    .at(-1);

function fits(element, { tag, classes, ids }) {
  if (tag !== '' && tag !== element.localName.toLowerCase()) return false;
  return within(element, 'class', classes) && within(element, 'id', ids);
}

/** That an attribute has a name within it is enough: whether it is a word of its own is seen later. */
function within(element, attribute, names) {
  if (names.length === 0) return true;
  const value = element.getAttributeNS(null, attribute) ?? '';
  return names.every((name) => value.includes(name));
}

module.exports = { mayMatch };
