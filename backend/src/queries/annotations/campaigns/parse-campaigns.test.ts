import { MAX_CAMPAIGNS } from '../../../contract';
import { parseCampaigns } from './parse-campaigns';

const DAY = 86_400_000;
const parse = (text: string | Buffer) => parseCampaigns(Buffer.from(text), 'campaigns.csv');
const at = (text: string): number => Date.parse(text);

describe('a file of campaigns', () => {
  it('is read with commas or semicolons, a byte order mark, quotes, and columns in any order and case', async () => {
    const comma = '\uFEFFName,START,end,tags,text\r\n"Sale, big",2018-03-01,2018-03-07,"mail, tv","Half, of all"\r\n';
    const semicolon = 'start;end;name;text;tags\n2018-03-01;2018-03-07;Sale, big;Half, of all;mail|tv\n';
    const expected = {
      line: 2,
      first: at('2018-03-01'),
      last: at('2018-03-08') - 1,
      name: 'Sale, big',
      text: 'Half, of all',
      tags: ['mail', 'tv'],
    };
    expect(await parse(comma)).toEqual({ campaigns: [expected], problems: [] });
    expect(await parse(semicolon)).toEqual({ campaigns: [expected], problems: [] });
  });

  it.each([
    ['2018-03-01', '', at('2018-03-01'), at('2018-03-01') + DAY - 1],
    ['2018-03-01', '2018-03-01', at('2018-03-01'), at('2018-03-01') + DAY - 1],
    ['2018-03-01T08:00:00-03:00', '', at('2018-03-01T11:00:00Z'), undefined],
    ['2018-03-01T08:00:00Z', '2018-03-02', at('2018-03-01T08:00:00Z'), at('2018-03-03') - 1],
    ['2018-03-01 08:00:00.5Z', '2018-03-01T09:00:00Z', at('2018-03-01T08:00:00.5Z'), at('2018-03-01T09:00:00Z')],
    ['2020-02-29', '', at('2020-02-29'), at('2020-03-01') - 1],
  ])('from %j to %j', async (start, end, first, last) => {
    const { campaigns } = await parse(`start,name,end\n${start},x,${end}\n`);
    expect(campaigns).toMatchObject([{ first, last }]);
  });

  it.each([
    [',a', 'has no start: write a day such as'],
    ['31/12/2018,a', 'has the start "31/12/2018", which is not a day such as 2018-06-30'],
    ['2018-02-30,a', 'has the start "2018-02-30"'],
    ['2018-02-30T10:00:00Z,a', 'has the start'],
    ['2018-03-01T10:00:00,a', 'has the start "2018-03-01T10:00:00"'],
    ['2018-03-01T24:00:00Z,a', 'has the start'],
    ['0001-01-01,a', 'has the start'],
    ['2262-01-01,a', 'has the start'],
    ['2018-03-01,', 'has no name'],
    [`2018-03-01,${'x'.repeat(201)}`, 'has a name of more than 200 characters'],
    [`2018-03-01,a,,${'x'.repeat(2_001)}`, 'has a text of more than 2,000 characters'],
    ['2018-03-01,a,soon', 'has the end "soon"'],
    ['2018-03-02,a,2018-03-01', 'ends ("2018-03-01") before it starts ("2018-03-02")'],
    ['2018-03-01,a,,,,more', 'has 6 cells, the header has 4'],
  ])('tells what is wrong with the row %j, and shows the others', async (row, problem) => {
    const padded = row.split(',').length < 4 ? row + ','.repeat(4 - row.split(',').length) : row;
    const { campaigns, problems } = await parse(
      `start,name,end,text\n2018-01-01,good,,\n${padded}\n2018-01-02,too,,\n`,
    );
    expect(campaigns.map(({ name }) => name)).toEqual(['good', 'too']);
    expect(problems).toEqual([{ line: 3, problem: expect.stringContaining(problem) }]);
  });

  it('may have a header alone, and columns of its own', async () => {
    expect(await parse('start,name\n')).toEqual({ campaigns: [], problems: [] });
    expect((await parse('start,name,budget\n2018-01-01,a,100\n')).campaigns).toMatchObject([{ name: 'a', tags: [] }]);
  });

  it.each([
    ['', 'Campaigns in campaigns.csv: The file is empty'],
    ['day,title\n2018-01-01,a\n', 'the header lacks "start" and "name"'],
    ['start;title\n2018-01-01;a\n', 'the header lacks "name"'],
    ['start,name,start\n2018-01-01,a,2018-01-01\n', 'names the column "start" twice'],
    ['start,name\n2018-01-01,"a\n', 'cannot be read as CSV'],
    [Buffer.from([0xff, 0xfe, 0x61, 0x00]), 'not in UTF-8'],
    [`start,name\n${'2018-01-01,a\n'.repeat(MAX_CAMPAIGNS + 1)}`, 'more than 10,000 rows'],
  ])('is refused as a whole where nothing can be read from it: %#', async (text, message) => {
    await expect(parse(text)).rejects.toMatchObject({ name: 'QueryError', message: expect.stringContaining(message) });
  });

  it('may have as many rows as are allowed', async () => {
    const { campaigns } = await parse(`start,name\n${'2018-01-01,a\n'.repeat(MAX_CAMPAIGNS)}`);
    expect(campaigns).toHaveLength(MAX_CAMPAIGNS);
  });

  it('does not tell what stands in a header that is not one: any file may be named', async () => {
    await expect(parse('root:x:0:0:root\nsecret,password\n')).rejects.not.toThrow(/root|secret/);
  });
});
