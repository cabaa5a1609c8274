import { renderToStaticMarkup } from 'react-dom/server';
import { Fragment, jsx, jsxs } from './jsxRuntime';

describe('the stand-in for react/jsx-runtime', () => {
  it('renders props and children as the original does', () => {
    const list = jsxs('ul', { className: 'names', children: [jsx('li', { children: 'a' }, 'a'), jsx('li', {}, 'b')] });
    expect(renderToStaticMarkup(list)).toBe('<ul class="names"><li>a</li><li></li></ul>');
  });

  it('keeps the key out of the props', () => {
    const element = jsx('li', { id: 'x' }, 'first');
    expect(element.key).toBe('first');
    expect(element.props).toEqual({ id: 'x' });
  });

  it('leaves the key empty where none is given', () => {
    expect(jsx(Fragment, { children: 'text' }).key).toBeNull();
  });
});
