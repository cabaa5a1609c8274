import { LANGUAGES } from '../contract';
import { count, longDay, money, share, wordingIn } from './wording';

describe('numbers, money and days in sentences', () => {
  it('are English unless said otherwise', () => {
    expect([money(15_740_000), money(812_300), money(9_999), count(98_207), share(0.599)]).toEqual([
      'R$ 15.74M',
      'R$ 812.3k',
      'R$ 9,999',
      '98,207',
      '59.9%',
    ]);
    expect(longDay('2018-08-28')).toBe('Aug 28, 2018');
  });

  it('follow the language', () => {
    const { money: reais, count: whole, share: percent, decimal, amount } = wordingIn('pt-BR');
    expect([reais(15_740_000), reais(812_300), whole(98_207), percent(0.599), decimal(2.345, 2)]).toEqual([
      'R$ 15,74 mi',
      'R$ 812,3 mil',
      '98.207',
      '59,9%',
      '2,35',
    ]);
    expect([amount('revenue', 95), amount('orders', 1_200)]).toEqual(['R$ 95', '1.200']);
    expect(longDay('2018-05-28', 'pt-BR')).toBe('28 de mai. de 2018');
  });

  // Panels write days by Intl: a sentence beside them must not say Aug 28 in another way.
  it.each(LANGUAGES)('write every month of a day as Intl does: %s', (language) => {
    const days = Array.from({ length: 12 }, (_, month) => new Date(Date.UTC(2018, month, 3 + month)));
    const format = new Intl.DateTimeFormat(language === 'en' ? 'en-US' : language, {
      dateStyle: 'medium',
      timeZone: 'UTC',
    });
    expect(days.map((day) => longDay(day.toISOString().slice(0, 10), language))).toEqual(
      days.map((day) => format.format(day)),
    );
  });

  it('are listed as people list them', () => {
    const lists = LANGUAGES.map((language) => wordingIn(language).list(['SP', 'RJ', 'MG']));
    expect(lists).toEqual(['SP, RJ and MG', 'SP, RJ e MG']);
    expect(wordingIn('en').list(['SP'])).toBe('SP');
  });
});
