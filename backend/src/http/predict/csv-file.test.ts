import { readCsv } from './csv-file';

const read = (text: string | Buffer) => readCsv(Buffer.from(text));

describe('readCsv', () => {
  it.each([
    ['a byte order mark', '\uFEFFcustomer_id\nx\n'],
    ['CRLF', 'customer_id\r\nx\r\n'],
    ['no line end at its end', 'customer_id\nx'],
    ['blank lines', '\n\ncustomer_id\n\nx\n\n'],
    ['quotes and spaces', '"customer_id"\n  "x"  \n'],
  ])('reads a file with %s', async (_, text) => {
    const { header, rows } = await read(text);
    expect(header).toEqual(['customer_id']);
    expect(rows.map(({ cells }) => cells)).toEqual([['x']]);
  });

  it.each([
    [',', 'a,b\n1,2\n'],
    [';', 'a;b\n1;2\n'],
    ['\t', 'a\tb\n1\t2\n'],
    [';', '"a,x,y";b\n1;2\n'],
  ])('finds that cells are separated by %j', async (separator, text) => {
    const file = await read(text);
    expect(file.separator).toBe(separator);
    expect(file.rows[0]?.cells).toEqual(['1', '2']);
  });

  it('numbers rows by the lines of the file, quoted line ends and large files included', async () => {
    const file = await read('a,b\n1,"x\ny"\n2,z\n');
    expect(file.rows.map(({ line }) => line)).toEqual([3, 4]);
    const large = await read(`a\n${'0123456789\n'.repeat(20_000)}`);
    expect(large.rows.at(-1)).toEqual({ line: 20_001, cells: ['0123456789'] });
  });

  it('keeps a separator and a quote inside quotes', async () => {
    expect((await read('a,b\n"1,5","say ""x"""\n')).rows[0]?.cells).toEqual(['1,5', 'say "x"']);
  });

  it.each([
    ['no byte', '', 'The file is empty'],
    ['blank lines', '\n\n', 'The file is empty'],
    ['a byte order mark alone', '\uFEFF', 'The file is empty'],
    ['a header alone', 'customer_id\n', 'a header but no rows'],
    ['a quote that is never closed', 'customer_id\n"x\n', 'cannot be read as CSV'],
    ['such a quote and much after it', `customer_id\n"${'x\n'.repeat(50_000)}`, 'cannot be read as CSV'],
    ['UTF-16', Buffer.from([0xff, 0xfe, 0x61, 0x00]), 'not in UTF-8'],
  ])('refuses a file with %s', async (_, text, message) => {
    await expect(read(text)).rejects.toMatchObject({ statusCode: 400, message: expect.stringContaining(message) });
  });
});
