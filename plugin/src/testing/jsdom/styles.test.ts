import { mayMatch } from './selectors.cjs';

/** An element as jsdom sees it from within, of which only this is asked. */
const inside = (element: Element) => ({
  localName: element.localName,
  getAttributeNS: (_: null, name: string) => element.getAttribute(name),
});

const PAGE = `
  <main id="top" class="css-1a-page wide"><ul class="list"><li class="css-1a">One</li><li class="css-1ab x">Two</li></ul>
  <input type="text" class="field" disabled><a href="#" data-name="a.b, c">There</a><svg><linearGradient id="g"/></svg></main>`;
const PARTS = ['li', 'ul', '*', '.css-1a', '.css-1ab', '.x', '.list', '#top', 'main', '.css-1a-page', 'input', 'a'];
const ENDS = [
  '',
  ':first-child',
  ':not(.x)',
  ':not([class="x, y"])',
  '[type="text"]',
  '[data-name="a.b, c"]',
  ':is(li, a)',
];
const SELECTORS = [
  ...PARTS.flatMap((part) => ENDS.map((end) => part + end)),
  ...PARTS.flatMap((one) =>
    PARTS.flatMap((two) => [`${one}>${two}`, `${one} ${two}`, `${one},${two}`, `${one}~${two}`]),
  ),
  ':disabled',
  '[href]',
  'LI.x',
  'lineargradient',
  'a[data-name="a(b"], li',
];

beforeEach(() => (document.body.innerHTML = PAGE));
afterEach(() => document.head.replaceChildren());

it('leaves no rule out that an element matches', () => {
  for (const element of document.querySelectorAll('*'))
    for (const selector of SELECTORS)
      if (element.matches(selector)) expect([selector, mayMatch(inside(element), selector)]).toEqual([selector, true]);
});

it.each(['.css-1a', '.x', 'ul', '#top', 'main > .x', 'ul, #top', '.x:hover', 'li.x:not(.y)'])(
  'leaves %s out for an element without that',
  (selector) => {
    const field = document.querySelector('input')!;
    expect(mayMatch(inside(field), selector)).toBe(false);
  },
);

it.each([undefined, '', '\\31 st', 'li\\.x', 'svg|a', '{', '[a', ':is(.x'])(
  'tries %p, of which it knows nothing',
  (selector) => {
    expect(mayMatch(inside(document.querySelector('input')!), selector)).toBe(true);
  },
);

describe('a style that was asked for before', () => {
  const shown = () => getComputedStyle(document.querySelector('.x')!).display;
  const write = (rule: string) => {
    const style = document.createElement('style');
    style.textContent = rule;
    document.head.append(style);
    return style;
  };

  it.each<[string, () => unknown, string]>([
    ['a rule comes', () => write('.x { display: flex }'), 'flex'],
    ['the text of a rule changes', () => (write('.x { display: flex }').textContent = '.x { display: grid }'), 'grid'],
    [
      'the element is given another class',
      () => {
        write('.y { display: none }');
        expect(shown()).toBe('list-item');
        document.querySelector('.x')!.classList.add('y');
      },
      'none',
    ],
    [
      'the element is given a style',
      () => document.querySelector('.x')!.setAttribute('style', 'display: none'),
      'none',
    ],
    ['a style of it is set', () => (document.querySelector<HTMLElement>('.x')!.style.display = 'none'), 'none'],
  ])('is another one once %s', (_, change, display) => {
    expect(shown()).toBe('list-item');
    change();
    expect(shown()).toBe(display);
  });

  it('is another one for what hangs under a change', () => {
    const seen = () => getComputedStyle(document.querySelector('.x')!).visibility;
    expect(seen()).toBe('visible');
    document.querySelector<HTMLElement>('.list')!.style.visibility = 'hidden';
    expect(seen()).toBe('hidden');
  });
});
