import { loadText, rejectText } from './load-texts';

it.each([
  [
    '/data lacks the required files a.csv, b.csv. The folder is empty. Put them there, as .csv or .csv.gz, under exactly these names.',
    'Em /data faltam os arquivos obrigatórios a.csv, b.csv. A pasta está vazia. Coloque-os lá, como .csv ou .csv.gz, com exatamente estes nomes.',
  ],
  [
    'orders.csv: column "order_id" is missing; found id, day. Rename the column "id" to "order_id".',
    'orders.csv: falta a coluna "order_id"; foram encontradas id, day. Renomeie a coluna "id" para "order_id".',
  ],
  [
    'orders.csv: 40 of 100 rows were refused, more than the 5% allowed; most often: order_id is missing, first on line 3. Correct the file, or allow a larger share of refused rows if that is what the shop has.',
    'orders.csv: 40 de 100 linhas foram recusadas, mais que os 5% permitidos; com mais frequência: order_id está faltando, primeiro na linha 3. Corrija o arquivo, ou permita uma parcela maior de linhas recusadas se a loja é assim mesmo.',
  ],
  [
    'orders.csv: the columns are separated by tabs, not by commas. Export the file again with commas between the columns.',
    'orders.csv: as colunas estão separadas por tabulações, não por vírgulas. Exporte o arquivo de novo com vírgulas entre as colunas.',
  ],
  ['Something else went wrong.', 'Something else went wrong.'],
])('tells %j in Portuguese, and in English as it is', (english, portuguese) => {
  expect(loadText(english, 'pt-BR')).toBe(portuguese);
  expect(loadText(english, 'en')).toBe(english);
});

it.each([
  ['order_id is missing', 'order_id está faltando'],
  [
    'this review_id and order_id occurs more than once; the first row is kept',
    'esta combinação de review_id e order_id aparece mais de uma vez; fica a primeira linha',
  ],
  ['customer_id is not among the accepted customers', 'customer_id não está entre os clientes aceitos'],
  ['other', 'other'],
])('tells why a row is refused: %s', (english, portuguese) => {
  expect(rejectText(english, 'pt-BR')).toBe(portuguese);
  expect(rejectText(english, 'en')).toBe(english);
});
