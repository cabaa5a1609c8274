import { addressOf } from './address';
import { readMessage } from './message';

const PAGE = 'https://portal.example';
const address = (attributes: Record<string, string>) => addressOf((name) => attributes[name], PAGE).toString();
const SERVER = { src: 'http://127.0.0.1:4680/', dashboard: 'shop' };

describe('the address of the frame', () => {
  it.each([
    [SERVER, 'http://127.0.0.1:4680/embed/shop?parent=https%3A%2F%2Fportal.example'],
    [{ ...SERVER, panel: '9' }, 'http://127.0.0.1:4680/embed/shop/9?parent=https%3A%2F%2Fportal.example'],
    [
      {
        src: 'https://a.example/churn',
        dashboard: 'a/../b?c',
        panel: '9',
        theme: 'light',
        lang: 'pt-BR',
        height: '300',
      },
      'https://a.example/churn/embed/a%2F..%2Fb%3Fc/9?theme=light&lang=pt-BR&height=fill&parent=https%3A%2F%2Fportal.example',
    ],
    [
      { ...SERVER, variables: 'var-state=SP&var-state=RJ', from: 'now-30d', to: 'now' },
      'http://127.0.0.1:4680/embed/shop?var-state=SP&var-state=RJ&from=now-30d&to=now&parent=https%3A%2F%2Fportal.example',
    ],
    [
      { link: 'https://a.example/embed/shop/9?token=a.b&theme=dark', theme: 'light' },
      'https://a.example/embed/shop/9?token=a.b&theme=light&parent=https%3A%2F%2Fportal.example',
    ],
  ])('of %j', (attributes, expected) => {
    expect(address(attributes)).toBe(expected);
  });

  it.each([
    [{}, 'Say where Churnwatch is'],
    [{ src: 'javascript:alert(1)', dashboard: 'x' }, 'Say where Churnwatch is'],
    [{ link: 'javascript:alert(1)' }, 'is no address'],
    [{ src: 'https://a.example' }, 'Say which dashboard'],
    [{ ...SERVER, panel: '9/../10' }, 'must be the number of a panel'],
    [{ ...SERVER, variables: 'token=x' }, 'is no variable'],
  ])('is none for %j', (attributes, words) => {
    expect(address(attributes)).toContain(words);
  });
});

describe('a message of the frame', () => {
  it.each([
    [
      { type: 'size', height: 411.2 },
      { type: 'size', height: 412 },
    ],
    [
      { type: 'size', height: 1e9 },
      { type: 'size', height: 20_000 },
    ],
    [
      { type: 'ready', title: 'Revenue' },
      { type: 'ready', title: 'Revenue' },
    ],
    [
      { type: 'error', message: 7 },
      { type: 'error', message: '' },
    ],
  ])('%j', (message, read) => {
    expect(readMessage({ source: 'churnwatch', ...message })).toEqual(read);
  });

  it.each([
    undefined,
    null,
    'size',
    { type: 'size', height: 400 },
    { source: 'churnwatch', type: 'size', height: '400px' },
    { source: 'churnwatch', type: 'size', height: -1 },
    { source: 'churnwatch', type: 'navigate', href: 'https://evil.example' },
  ])('%j is none', (data) => {
    expect(readMessage(data)).toBeUndefined();
  });
});
