import { formatAge } from '../../../format/age';
import { listPath, readFilter, writeFilter } from './filter';

describe('which warnings are listed', () => {
  it('are the open ones of anybody, until the address says otherwise', () => {
    expect(readFilter(new URLSearchParams())).toEqual({ state: 'open', segments: [], mine: false });
    expect(readFilter(new URLSearchParams('state=later&segment=Nobody&owner=you'))).toEqual({
      state: 'open',
      segments: [],
      mine: false,
    });
  });

  it('stands in the address beside the rest, and comes back from it', () => {
    const filter = { state: 'acted', segments: ['Loyal', 'At risk'], mine: true } as const;
    const address = writeFilter(new URLSearchParams('source=shop&state=new&segment=Lost'), {
      ...filter,
      segments: [...filter.segments],
    });
    expect(address.get('source')).toBe('shop');
    expect(readFilter(address)).toMatchObject({ state: 'acted', mine: true });
    expect(readFilter(address).segments.toSorted()).toEqual(['At risk', 'Loyal']);
  });

  it('is asked for with the states and the name of the reader', () => {
    const path = listPath({ state: 'open', segments: ['At risk'], mine: true }, 'ana', 25);
    expect(path).toBe(
      'alerts?kind=early_warning&sort=created_at&order=desc&state=new&state=acknowledged&segment=At+risk&owner=ana&limit=25&language=en',
    );
    expect(listPath({ state: 'all', segments: [], mine: false }, 'ana', 25)).not.toContain('state=');
  });
});

describe('the age of a warning', () => {
  const now = Date.parse('2018-08-05T10:00:00Z');

  it.each([
    ['2018-08-02T10:00:00Z', '3 days ago'],
    ['2018-08-05T07:30:00Z', '3 hours ago'],
    ['2018-08-05T09:58:59Z', '1 minute ago'],
    ['2018-08-05T10:00:01Z', 'just now'],
    ['soon', 'soon'],
  ])('of %s is %s', (moment, age) => {
    expect(formatAge(moment, now)).toBe(age);
  });
});
