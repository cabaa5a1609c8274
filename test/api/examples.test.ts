import { examplesIn, withAnswers } from './examples';
import { differences, shortened } from './shape';

const TEXT = `# One
\`\`\`sh
# no heading
export API=x
\`\`\`
\`\`\`sh
curl -s $API/a
\`\`\`
Words.
\`\`\`json
{ "n": 1 }
\`\`\`
## Two
\`\`\`sh
curl -s $API/b
\`\`\`
\`\`\`json
{ "n": 1 }
\`\`\`
`;

describe('examplesIn', () => {
  it('finds commands with their answers', () => {
    expect(examplesIn(TEXT)).toEqual([
      { title: 'One', command: 'curl -s $API/a', answer: '{ "n": 1 }', form: 'json' },
      { title: 'Two', command: 'curl -s $API/b', answer: '{ "n": 1 }', form: 'json' },
    ]);
  });

  it('puts each answer in its own place', () => {
    expect(examplesIn(withAnswers(TEXT, ['1', '2'])).map(({ answer }) => answer)).toEqual(['1', '2']);
  });
});

describe('differences', () => {
  it.each([
    [{ a: 1 }, { a: 2 }],
    [{ a: [1] }, { a: [] }],
    [{ a: null }, { a: 'x' }],
    [[{ a: 1 }], [{ a: 3 }, { a: 4 }]],
  ])('finds none between %j and %j', (one, other) => {
    expect(differences(one, other)).toEqual([]);
  });

  it.each([
    [{ a: 1 }, { a: '1' }, 'answer.a is documented as number, answered as string'],
    [{ a: 1 }, {}, 'answer.a is documented, but not answered'],
    [{}, { a: [{}] }, 'answer.a is answered, but not documented'],
    [{ a: [{ b: 1 }] }, { a: [{ b: {} }] }, 'answer.a[0].b is documented as number, answered as object'],
    [[], {}, 'answer is documented as list, answered as object'],
  ])('finds those between %j and %j', (one, other, difference) => {
    expect(differences(one, other)).toEqual([difference]);
  });
});

it('shortens lists wherever they stand', () => {
  expect(shortened({ a: [1, 2, 3], b: { c: [[1, 2, 3], []] } }, 2)).toEqual({ a: [1, 2], b: { c: [[1, 2], []] } });
});
