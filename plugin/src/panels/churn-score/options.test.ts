import { DEFAULT_OPTIONS, readOptions } from './options';

describe('saved options', () => {
  it.each([undefined, {}, { mode: 'pie', sections: 'all', reasonCount: 0, customerLink: null }])(
    '%j: the defaults',
    (saved) => {
      expect(readOptions(saved)).toEqual(DEFAULT_OPTIONS);
    },
  );

  it('are kept where they are known', () => {
    const saved = { mode: 'list', sections: ['orders', 'scale'], reasonCount: 3, customerLink: ' /c/${__value} ' };
    expect(readOptions(saved)).toEqual({ ...saved, sections: ['scale', 'orders'], customerLink: '/c/${__value}' });
  });

  it('leave out parts that are not known, and may name none', () => {
    expect(readOptions({ sections: ['horoscope', 'value'] }).sections).toEqual(['value']);
    expect(readOptions({ sections: [] }).sections).toEqual([]);
  });

  it.each([2.5, 21, '6'])('take no count of reasons of %j', (reasonCount) => {
    expect(readOptions({ reasonCount }).reasonCount).toBe(6);
  });
});
