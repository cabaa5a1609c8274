import { timeTicks } from './timeTicks';

const day = (text: string) => Date.parse(text);
const texts = (from: string, to: string, width: number, language = 'en-US') =>
  timeTicks({ from: day(from), to: day(to) }, width, language).map(({ text }) => text);

describe('the axis of time', () => {
  it('writes days where they fit', () => {
    expect(texts('2018-08-27', '2018-08-30', 400)).toEqual(['Aug 27', 'Aug 28', 'Aug 29', 'Aug 30']);
    expect(texts('2018-08-01', '2018-09-15', 400)).toEqual([
      'Aug 1',
      'Aug 8',
      'Aug 15',
      'Aug 22',
      'Aug 29',
      'Sep 5',
      'Sep 12',
    ]);
  });

  it('writes months over longer times, January as its year', () => {
    expect(texts('2017-01-05', '2019-02-25', 320)).toEqual(['Apr', 'Jul', 'Oct', '2018', 'Apr', 'Jul', 'Oct', '2019']);
    expect(texts('2017-01-05', '2019-02-25', 90)).toEqual(['2018', '2019']);
  });

  it('names the year once where there is no January', () => {
    expect(texts('2018-04-20', '2018-09-15', 200)).toEqual(['May 2018', 'Jun', 'Jul', 'Aug', 'Sep']);
  });

  it("writes in the reader's language", () => {
    expect(texts('2018-04-20', '2018-09-15', 200, 'pt-BR').slice(1)).toEqual(['jun.', 'jul.', 'ago.', 'set.']);
  });

  it('has a tick for a single day', () => {
    expect(texts('2018-08-27', '2018-08-27', 400)).toEqual(['Aug 27']);
  });
});
