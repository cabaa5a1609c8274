import type { InLanguages } from '../../contract';

type ValueTexts = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Of lists whose values are words already, nothing need be shown instead in English. */
const ENGLISH: ValueTexts = {
  value_class: { high_value: 'High value', medium_value: 'Medium value', low_value: 'Low value' },
  trigger: { event: 'Event', rescoring: 'New scoring' },
  metric: {
    roc_auc: 'ROC-AUC',
    pr_auc: 'PR-AUC',
    lift_at_10: 'Lift of the first tenth',
    captured_at_10: 'Returners in the first tenth',
    brier: 'Brier score',
    brier_skill: 'Brier skill',
    log_loss: 'Log loss',
    calibration_error: 'Calibration error',
  },
  model: {
    model: 'Model',
    recency: 'Recency alone',
    bgnbd: 'BG/NBD',
    blend: 'Blend',
    forest: 'Forest',
    boosting: 'Boosting',
    'ml-random-forest': 'Forest (ml-random-forest)',
  },
  gate: {
    customers: 'Customers',
    history: 'Length of history',
    returners: 'Customers who came back',
    repeat_customers: 'Repeat customers',
    recency_of_data: 'Data up to date',
    better_than_recency: 'Better than recency alone',
  },
};

const PORTUGUESE: ValueTexts = {
  status: {
    active: 'Ativo',
    churned: 'Inativo',
    created: 'Criado',
    approved: 'Aprovado',
    invoiced: 'Faturado',
    processing: 'Em preparo',
    shipped: 'Enviado',
    delivered: 'Entregue',
    canceled: 'Cancelado',
    unavailable: 'Indisponível',
  },
  value_class: { high_value: 'Valor alto', medium_value: 'Valor médio', low_value: 'Valor baixo' },
  move: {
    stayed: 'Ficou',
    up: 'Subiu',
    down: 'Desceu',
    new: 'Novo',
    gone: 'Perdido',
    back: 'De volta',
  },
  verdict: {
    good: 'boa',
    bad: 'ruim',
    neutral: 'neutra',
    'stays champion': 'continua em uso',
    'is replaced': 'é substituído',
    'becomes champion': 'passa a ser usado',
    'better, but another challenger is better still': 'melhor, mas outro desafiante é ainda melhor',
  },
  trigger: { event: 'Evento', rescoring: 'Nova pontuação' },
  metric: {
    roc_auc: 'ROC-AUC',
    pr_auc: 'PR-AUC',
    lift_at_10: 'Lift do primeiro décimo',
    captured_at_10: 'Retornos no primeiro décimo',
    brier: 'Erro de Brier',
    brier_skill: 'Ganho de Brier',
    log_loss: 'Log loss',
    calibration_error: 'Erro de calibração',
  },
  model: {
    model: 'Modelo',
    recency: 'Só a recência',
    bgnbd: 'BG/NBD',
    blend: 'Combinação',
    forest: 'Floresta',
    boosting: 'Boosting',
    'ml-random-forest': 'Floresta (ml-random-forest)',
  },
  better: { higher: 'maior', lower: 'menor' },
  role: {
    validation: 'Validação',
    test: 'Teste',
    champion: 'Em uso',
    challenger: 'Desafiante',
    chosen: 'Escolhido',
    candidate: 'Candidato',
    baseline: 'Referência',
  },
  fold: {
    test: 'teste',
    'validation 1': 'validação 1',
    'validation 2': 'validação 2',
    'validation 3': 'validação 3',
  },
  level: { stable: 'estável', moderate: 'moderado', large: 'grande' },
  actual: { returned: 'Voltou', 'stayed away': 'Não voltou' },
  predicted: { returns: 'Volta', 'stays away': 'Não volta' },
  gate: {
    customers: 'Clientes',
    history: 'Histórico',
    returners: 'Retornos',
    repeat_customers: 'Clientes recorrentes',
    recency_of_data: 'Atualidade dos dados',
    better_than_recency: 'Melhor que a recência',
  },
};

/** What the values of closed lists are shown as, by column; the values themselves stay as they are. */
export const VALUE_TEXTS: InLanguages<ValueTexts> = { en: ENGLISH, 'pt-BR': PORTUGUESE };
