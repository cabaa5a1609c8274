import { linkTo } from './linkTo';

const asIs = (text?: string) => text ?? '';

describe('the customer link', () => {
  it.each(['${__value}', '${__value.raw}', '${__value:percentencode}'])('puts the id in the place of %s', (place) => {
    expect(linkTo(`/d/customer?var-customer=${place}`, 'a/b c', asIs)).toBe('/d/customer?var-customer=a%2Fb%20c');
  });

  it("replaces the dashboard's variables, but none that an id spells", () => {
    const replace = (text?: string) => (text ?? '').replace('${state}', 'SP');
    expect(linkTo('/c/${__value}?state=${state}', '${state}', replace)).toBe('/c/%24%7Bstate%7D?state=SP');
  });

  it('is none where none is set', () => {
    expect(linkTo('', 'a', asIs)).toBeUndefined();
  });

  it('runs no scripts', () => {
    expect(linkTo('javascript:alert(${__value})', '1', asIs)).toBe('about:blank');
  });
});
