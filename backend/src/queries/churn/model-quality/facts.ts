import { DEFAULT_LANGUAGE, type InLanguages, type Language } from '../../../contract';
import { EVENT_FEATURES } from '../../../churn/features/feature-specs';
import type { ServedModel } from '../../../churn/scoring/scored';
import { VALUE_TEXTS } from '../../in-language/value-texts';
import { wordingIn } from '../../wording';
import type { CellKind, CellRow } from '../cells';

export const FACT_COLUMNS: Record<string, CellKind> = { fact: 'text', value: 'text' };

/** The names of the facts, in their order. */
interface FactNames {
  model: string;
  algorithm: string;
  trainedAt: string;
  generation: string;
  predicts: string;
  knowsUntil: string;
  cuts: string;
  rows: string;
  features: string;
  trees: string;
  seed: string;
  average: string;
  tested: string;
  customers: string;
  returners: string;
  threshold: string;
  accuracy: string;
  precision: string;
  recall: string;
  f1: string;
  libraries: string;
}

interface FactWords {
  names: FactNames;
  noPurchaseWithin(days: string): string;
  someOfEvents(all: string, ofEvents: string): string;
}

const WORDS: InLanguages<FactWords> = {
  en: {
    names: {
      model: 'Model',
      algorithm: 'Algorithm',
      trainedAt: 'Trained at',
      generation: 'Trained on data generation',
      predicts: 'Predicts',
      knowsUntil: 'Training knows what happened until',
      cuts: 'Training cuts',
      rows: 'Training rows',
      features: 'Features',
      trees: 'Trees',
      seed: 'Seed',
      average: 'Average churn probability',
      tested: 'Tested as of',
      customers: 'Customers in the test',
      returners: 'Of them came back',
      threshold: 'Predicted to return from a probability of',
      accuracy: 'Accuracy at that threshold',
      precision: 'Precision at that threshold',
      recall: 'Recall at that threshold',
      f1: 'F1 at that threshold',
      libraries: 'Libraries',
    },
    noPurchaseWithin: (days) => `no purchase within ${days} days`,
    someOfEvents: (all, ofEvents) => `${all}, ${ofEvents} of them from events other than orders`,
  },
  'pt-BR': {
    names: {
      model: 'Modelo',
      algorithm: 'Algoritmo',
      trainedAt: 'Treinado em',
      generation: 'Treinado com a geração de dados',
      predicts: 'Prevê',
      knowsUntil: 'O treino sabe o que aconteceu até',
      cuts: 'Cortes de treino',
      rows: 'Linhas de treino',
      features: 'Características',
      trees: 'Árvores',
      seed: 'Semente',
      average: 'Probabilidade média de churn',
      tested: 'Testado em',
      customers: 'Clientes no teste',
      returners: 'Deles voltaram',
      threshold: 'Retorno previsto a partir da probabilidade de',
      accuracy: 'Acurácia nesse limiar',
      precision: 'Precisão nesse limiar',
      recall: 'Revocação nesse limiar',
      f1: 'F1 nesse limiar',
      libraries: 'Bibliotecas',
    },
    noPurchaseWithin: (days) => `nenhuma compra em ${days} dias`,
    someOfEvents: (all, ofEvents) => `${all}, das quais ${ofEvents} de eventos que não são pedidos`,
  },
};

/** What is to be known of a model, for people: one fact per row. */
export function factRows({ facts, quality, baseRate, features }: ServedModel, language: Language): CellRow[] {
  const { count, decimal, longDay, share } = wordingIn(language);
  const { names, noPurchaseWithin, someOfEvents } = WORDS[language];
  const { confusion } = quality;
  const ofEvents = features.filter((key) => EVENT_FEATURES.includes(key)).length;
  const rows: [fact: string, value: string][] = [
    [names.model, facts.id],
    [names.algorithm, algorithmIn(language, facts.algorithm)],
    [names.trainedAt, `${longDay(facts.trainedAt.slice(0, 10))}, ${facts.trainedAt.slice(11, 16)} UTC`],
    [names.generation, facts.generation],
    [names.predicts, noPurchaseWithin(count(facts.horizonDays))],
    [names.knowsUntil, longDay(facts.knowsUntil)],
    [names.cuts, facts.trainingCuts.map((day) => longDay(day)).join(', ')],
    [names.rows, count(facts.trainingRows)],
    [names.features, ofEvents > 0 ? someOfEvents(count(features.length), count(ofEvents)) : count(features.length)],
    [names.trees, count(facts.trees)],
    [names.seed, String(facts.seed)],
    [names.average, share(baseRate)],
    [names.tested, longDay(quality.testCut)],
    [names.customers, count(quality.customers)],
    [names.returners, count(quality.returners)],
    [names.threshold, share(confusion.threshold)],
    [names.accuracy, share(confusion.accuracy)],
    [names.precision, share(confusion.precision)],
    [names.recall, share(confusion.recall)],
    [names.f1, decimal(confusion.f1, 3)],
    [
      names.libraries,
      Object.entries(facts.libraries)
        .map((pair) => pair.join(' '))
        .join(', '),
    ],
  ];
  return rows.map(([fact, value]) => ({ fact, value }));
}

/** What an algorithm is called; in English by its own word. */
const algorithmIn = (language: Language, name: string): string =>
  language === DEFAULT_LANGUAGE ? name : (VALUE_TEXTS['pt-BR'].model?.[name] ?? name);
