import { DEFAULT_LANGUAGE, type Language } from '../language';

/**
 * What the loading of the shop's files says when it refuses a row or a file or fails, sentence by sentence, and the same in
 * Portuguese: `{}` stands for a name, a number or what the system said, in the same order in both.
 */
const TEXTS: readonly (readonly [english: string, portuguese: string])[] = [
  // Files.
  ['There is no folder {}.', 'Não há pasta {}.'],
  ['{} is a file, not a folder.', '{} é um arquivo, não uma pasta.'],
  [
    'Name the folder that holds the CSV files: in Grafana in the settings of the data source, else with --data.',
    'Indique a pasta em que estão os arquivos CSV: no Grafana, nas configurações da fonte de dados; fora dele, com --data.',
  ],
  ['The folder {} cannot be read: {}.', 'A pasta {} não pode ser lida: {}.'],
  ['Give this user the right to read it.', 'Dê a este usuário o direito de lê-la.'],
  [
    'Check that it is a file and that this user may read it.',
    'Verifique se é um arquivo e se este usuário pode lê-lo.',
  ],
  ['{} lacks the required file {}.', 'Em {} falta o arquivo obrigatório {}.'],
  ['{} lacks the required files {}.', 'Em {} faltam os arquivos obrigatórios {}.'],
  ['The folder is empty.', 'A pasta está vazia.'],
  [
    'Put them there, as .csv or .csv.gz, under exactly these names.',
    'Coloque-os lá, como .csv ou .csv.gz, com exatamente estes nomes.',
  ],
  ['{} is cut off: the gzip data ends too early.', '{} está cortado: os dados gzip terminam cedo demais.'],
  ['{} is damaged: {}.', '{} está danificado: {}.'],
  ['Copy or download the file again.', 'Copie ou baixe o arquivo de novo.'],
  [
    'Copy the file again; it seems damaged or is not a gzip file.',
    'Copie o arquivo de novo; ele parece danificado ou não é um arquivo gzip.',
  ],
  ['Check the file and its permissions.', 'Verifique o arquivo e as permissões dele.'],
  ['{} cannot be read: {}.', '{} não pode ser lido: {}.'],
  // Headers.
  ['{}: column "{}" occurs twice.', '{}: a coluna "{}" aparece duas vezes.'],
  ['Remove or rename one of the two.', 'Remova ou renomeie uma das duas.'],
  [
    '{}: the first line is not the expected header: found "{}".',
    '{}: a primeira linha não é o cabeçalho esperado: foi encontrado "{}".',
  ],
  ['The first line must name the columns {}.', 'A primeira linha precisa nomear as colunas {}.'],
  ['{}: column {} is missing; found {}.', '{}: falta a coluna {}; foram encontradas {}.'],
  ['Add the column "{}".', 'Acrescente a coluna "{}".'],
  ['Rename the column "{}" to "{}".', 'Renomeie a coluna "{}" para "{}".'],
  [
    '{} is not UTF-8 text; it looks like UTF-16 or no text at all.',
    '{} não é texto em UTF-8; parece UTF-16 ou nem mesmo texto.',
  ],
  ['Export the file again as CSV in UTF-8.', 'Exporte o arquivo de novo como CSV em UTF-8.'],
  [
    '{}: the columns are separated by semicolons, not by commas.',
    '{}: as colunas estão separadas por ponto e vírgula, não por vírgulas.',
  ],
  [
    '{}: the columns are separated by tabs, not by commas.',
    '{}: as colunas estão separadas por tabulações, não por vírgulas.',
  ],
  [
    '{}: the columns are separated by vertical bars, not by commas.',
    '{}: as colunas estão separadas por barras verticais, não por vírgulas.',
  ],
  [
    'Export the file again with commas between the columns.',
    'Exporte o arquivo de novo com vírgulas entre as colunas.',
  ],
  // Limits.
  ['{} holds a header and no rows.', '{} tem um cabeçalho e nenhuma linha.'],
  ['Export the file again, or remove it: it is optional.', 'Exporte o arquivo de novo, ou remova-o: ele é opcional.'],
  ['Export the file again.', 'Exporte o arquivo de novo.'],
  [
    '{}: {} of {} rows were refused, more than the {}% allowed; most often: {}, first on line {}.',
    '{}: {} de {} linhas foram recusadas, mais que os {}% permitidos; com mais frequência: {}, primeiro na linha {}.',
  ],
  [
    '{}: {} of {} rows were refused, more than the {}% allowed; most often: {}.',
    '{}: {} de {} linhas foram recusadas, mais que os {}% permitidos; com mais frequência: {}.',
  ],
  [
    'Correct the file, or allow a larger share of refused rows if that is what the shop has.',
    'Corrija o arquivo, ou permita uma parcela maior de linhas recusadas se a loja é assim mesmo.',
  ],
  ['That is more than the {}% allowed.', 'Isso é mais que os {}% permitidos.'],
  [
    'Check that the files belong together and are whole, or allow a larger share.',
    'Verifique se os arquivos são do mesmo conjunto e estão completos, ou permita uma parcela maior.',
  ],
  // Builds.
  ['The build was cancelled.', 'A montagem foi cancelada.'],
  ['The last good generation still serves.', 'A última geração boa continua em uso.'],
  ['The disk that holds {} is full: {}.', 'O disco em que está {} está cheio: {}.'],
  [
    'Free some space (about three times the size of the CSV files) and build again.',
    'Libere espaço (cerca de três vezes o tamanho dos arquivos CSV) e monte de novo.',
  ],
  ['The warehouse folder {} cannot be written: {}.', 'Não se pode escrever na pasta do armazém de dados {}: {}.'],
  [
    'Give this user the right to write there, or name another folder: in Grafana in the settings of the data source, else with --out.',
    'Dê a este usuário o direito de escrever lá, ou indique outra pasta: no Grafana, nas configurações da fonte de dados; fora dele, com --out.',
  ],
  ['The build needs more memory than it may use: {}.', 'A montagem precisa de mais memória do que pode usar: {}.'],
  [
    'Allow more with the memory limit, or use fewer threads.',
    'Permita mais com o limite de memória, ou use menos threads.',
  ],
  ['The build failed: {}.', 'A montagem falhou: {}.'],
  ['Please report this with the message above.', 'Informe isto, por favor, com a mensagem acima.'],
  ['"{}" is not an amount of memory.', '"{}" não é uma quantidade de memória.'],
  ['Write it like 800MB or 1.5GiB.', 'Escreva como 800MB ou 1.5GiB.'],
  [
    'The orders file holds no purchase: no accepted order that is neither canceled nor unavailable.',
    'O arquivo de pedidos não tem nenhuma compra: nenhum pedido aceito que não esteja cancelado nem indisponível.',
  ],
  [
    'Check that the files belong together and that orders have a status and a purchase date.',
    'Verifique se os arquivos são do mesmo conjunto e se os pedidos têm situação e data da compra.',
  ],
  ['The new tables fail the test "{}", e.g. {}.', 'As novas tabelas não passam no teste "{}", por exemplo {}.'],
  ['Please report this.', 'Informe isto, por favor.'],
  ['The build ended unexpectedly ({}).', 'A montagem terminou inesperadamente ({}).'],
  ['The build could not be started: {}', 'A montagem não pôde ser iniciada: {}'],
  ['{} is empty.', '{} está vazio.'],
  ['The warehouse is not open yet.', 'O armazém de dados ainda não está aberto.'],
];

/** Why a row is refused: a column's name and what is wrong with it. */
const REASONS: readonly (readonly [english: string, portuguese: string])[] = [
  [' is not among the accepted customers', ' não está entre os clientes aceitos'],
  [' is not among the accepted orders', ' não está entre os pedidos aceitos'],
  [' is missing', ' está faltando'],
  [' is not a date and time', ' não é uma data e hora'],
  [' is not a number', ' não é um número'],
  ['too few columns', 'colunas de menos'],
  ['too many columns', 'colunas de mais'],
  ['broken quotes', 'aspas quebradas'],
  ['not UTF-8 text', 'não é texto em UTF-8'],
  ['the row is too long', 'a linha é longa demais'],
  [' is negative', ' é negativo'],
  [' is not 1 to 5', ' não vai de 1 a 5'],
  [' lies before 1990', ' é anterior a 1990'],
  [' lies after 2199', ' é posterior a 2199'],
  [' lies in the future', ' está no futuro'],
  [' occurs more than once; the first row is kept', ' aparece mais de uma vez; fica a primeira linha'],
];

const escaped = (text: string): string => text.replaceAll(/[.*+?^$()|[\]\\]/g, String.raw`\$&`);
const PATTERNS = TEXTS.map(([english, portuguese]): [RegExp, string] => [
  new RegExp(escaped(english).replaceAll('{}', '(.+?)') + '(?= |$)', 's'),
  portuguese,
]);

/** A message of a load or a build in the reader's language; what is not known stays as it is. */
export function loadText(message: string, language: Language): string {
  if (language === DEFAULT_LANGUAGE) return message;
  const told = PATTERNS.reduce(
    (text, [english, portuguese]) =>
      text.replace(english, (...found: unknown[]) => {
        const parts = found.slice(1).map(String);
        return portuguese.replaceAll('{}', () => parts.shift() ?? '');
      }),
    message,
  );
  return rejectText(told, language);
}

/** Why a row of a file is refused, in the reader's language. */
export function rejectText(reason: string, language: Language): string {
  if (language === DEFAULT_LANGUAGE) return reason;
  const told = REASONS.reduce((text, [english, portuguese]) => text.replaceAll(english, portuguese), reason);
  return told.replace(
    /^this (.+?) aparece/,
    (_whole, columns: string) => `esta combinação de ${columns.replaceAll(' and ', ' e ')} aparece`,
  );
}
