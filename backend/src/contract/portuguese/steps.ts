import { DEFAULT_LANGUAGE, type Language } from '../language';

const WHOLE: Readonly<Record<string, string>> = {
  starting: 'começando',
  opening: 'abrindo',
  'handing over the events': 'entregando os eventos',
  'looking at the files': 'olhando os arquivos',
  'checking the events': 'conferindo os eventos',
  'preparing a new generation': 'preparando uma nova geração',
  'writing the sample': 'escrevendo o exemplo',
  'finding the days of regular trade': 'procurando os dias de comércio regular',
  'writing the generation': 'escrevendo a geração',
  'judging the test': 'avaliando o teste',
  'fitting to all cuts': 'ajustando a todos os cortes',
  calibrating: 'calibrando',
  done: 'pronto',
};

/** Steps that name what they are about, and what is said of it; what checks test is not told. */
const PARTS: readonly [RegExp, string][] = [
  [/^reading (.+)$/, 'lendo $1'],
  [/^making (.+)$/, 'montando $1'],
  [/^testing that .+$/s, 'verificando os dados'],
  [/^judging validation (\d+) at (.+)$/, 'avaliando a validação $1 em $2'],
  [/^judging test at (.+)$/, 'avaliando o teste em $1'],
];

/** A step of a build or a training in the reader's language; one that is not known stays as it is. */
export function stepName(step: string, language: Language): string {
  if (language === DEFAULT_LANGUAGE) return step;
  if (Object.hasOwn(WHOLE, step)) return WHOLE[step] ?? step;
  const part = PARTS.find(([pattern]) => pattern.test(step));
  return part ? step.replace(...part) : step;
}
