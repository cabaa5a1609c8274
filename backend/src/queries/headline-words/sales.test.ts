import { LANGUAGES } from '../../contract';
import { SALES_WORDS } from './sales';

const said = (purchases: number, customers: number, share: number): string[][] =>
  LANGUAGES.map((language) => [
    SALES_WORDS[language].revenue(37.5, purchases, customers, ''),
    SALES_WORDS[language].churned('2018-08-28', share, customers, 180, ''),
  ]);

describe('the sentences of a shop', () => {
  it('with one customer speak of one', () => {
    expect(said(1, 1, 0)).toEqual([
      [
        'R$ 38 of revenue from 1 purchase by 1 customer.',
        'As of Aug 28, 2018, the only customer has bought within the last 180 days.',
      ],
      [
        'R$ 38 de receita em 1 compra de 1 cliente.',
        'Em 28 de ago. de 2018, o único cliente tinha comprado nos últimos 180 dias.',
      ],
    ]);
  });

  it('whose only customer has left say so', () => {
    const churned = said(2, 1, 1).map(([, sentence]) => sentence);
    expect(churned).toEqual([
      'As of Aug 28, 2018, the only customer has bought nothing for 180 days.',
      'Em 28 de ago. de 2018, o único cliente estava há 180 dias ou mais sem comprar.',
    ]);
  });

  it('with two of them speak of shares', () => {
    expect(said(2, 2, 0.5)[0]).toEqual([
      'R$ 38 of revenue from 2 purchases by 2 customers.',
      'As of Aug 28, 2018, 50.0% of 2 customers have bought nothing for 180 days.',
    ]);
  });
});
