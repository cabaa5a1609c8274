import { Trans } from '@grafana/i18n';
import { render } from '@testing-library/react';
import i18next from 'i18next';
import { createElement } from 'react';
import { currentLanguage, setCurrentLanguage } from './current';
import { startLanguage } from './start';
import { t } from './t';

const TEXTS = { greeting: { hello: 'Olá, {{name}}', days_one: '{{count}} dia', days_other: '{{count}} dias' } };

/** As Grafana does before it loads a plugin. */
const grafanaIn = (lng: string) =>
  i18next.init({ lng, fallbackLng: 'en-US', resources: { [lng]: { grafana: { any: 'text' } } } });

afterEach(() => setCurrentLanguage('en'));

describe('in a Grafana that speaks Portuguese', () => {
  beforeEach(() => grafanaIn('pt-BR'));

  it('texts are Portuguese, and values stand in them as they are', async () => {
    await startLanguage('a-plugin', [() => Promise.resolve({ default: TEXTS })]);
    expect(currentLanguage()).toBe('pt-BR');
    expect(t('greeting.hello', 'Hello, {{name}}', { name: "Dias d'Ávila & Rio, 31/08" })).toBe(
      "Olá, Dias d'Ávila & Rio, 31/08",
    );
    expect([1, 2].map((count) => t('greeting.days', '{{count}} days', { count }))).toEqual(['1 dia', '2 dias']);
    const { container } = render(
      createElement(Trans, { i18nKey: 'greeting.hello', values: { name: "d'Ávila" } }, 'Hello, {{name}}'),
    );
    expect(container).toHaveTextContent("Olá, d'Ávila");
  });

  it('joins the texts of several rooms', async () => {
    await startLanguage('b-plugin', [() => Promise.resolve(TEXTS), () => Promise.resolve({ other: 'Outro' })]);
    expect([t('other', 'Other'), t('greeting.hello', '', { name: 'Ana' })]).toEqual(['Outro', 'Olá, Ana']);
  });

  it('a text without a translation is English, and so is everything when the texts do not arrive', async () => {
    const error = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    await startLanguage('c-plugin', [() => Promise.reject(new Error('offline'))]);
    expect(t('greeting.hello', 'Hello, {{name}}', { name: 'Ana' })).toBe('Hello, Ana');
    expect(error).toHaveBeenCalled();
    error.mockRestore();
  });
});

it('loads nothing where another language is spoken', async () => {
  await grafanaIn('de-DE');
  const load = jest.fn(() => Promise.resolve(TEXTS));
  await startLanguage('d-plugin', [load]);
  expect(load).not.toHaveBeenCalled();
  expect([currentLanguage(), t('greeting.hello', 'Hello, {{name}}', { name: 'Ana' })]).toEqual(['en', 'Hello, Ana']);
});
