const { mayMatch } = require('./selectors.cjs');
const selectors = require('jsdom/lib/jsdom/living/helpers/selectors');

// Whenever a test asks what is visible, or clicks, jsdom tries every rule of every style sheet on element after
// element, which is most of the work of testing a form. So only rules are tried that the element could match.
const { matchesDontThrow } = selectors;
selectors.matchesDontThrow = (element, selector) => mayMatch(element, selector) && matchesDontThrow(element, selector);

// Takes that function over when it is loaded, so not before.
const { TestEnvironment } = require('jest-environment-jsdom');
const { implForWrapper } = require('jsdom/lib/jsdom/living/generated/utils');

/** jsdom's page, in which a style is computed once as long as nothing in the document has changed. */
class QuickEnvironment extends TestEnvironment {
  constructor(...given) {
    super(...given);
    const { document, getComputedStyle } = this.global;
    const inside = implForWrapper(document);
    const computed = new WeakMap();
    this.global.getComputedStyle = (element, pseudo) => {
      if (pseudo || !element?.isConnected || element.ownerDocument !== document)
        return getComputedStyle(element, pseudo);
      // Where jsdom itself remembers which rules an element matches: thrown away at every change.
      const known = (inside._styleCache && computed.get(inside._styleCache)) || new WeakMap();
      const style = known.get(element) ?? getComputedStyle(element);
      computed.set(inside._styleCache, known.set(element, style));
      return style;
    };
  }
}

module.exports = QuickEnvironment;
