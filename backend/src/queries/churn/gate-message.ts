import { DEFAULT_LANGUAGE, type Language, type Text } from '../../contract';
import type { GateResult } from '../../churn/model/quality';
import { wordingIn } from '../wording';

const pt = wordingIn('pt-BR');

interface GateWords {
  holds: string;
  fails: string;
}

/** `1 cliente`, `2.310 clientes`, `nenhum cliente`. */
const counted = (value: number, one: string, many: string, none: string): string => {
  const text = pt.count(value);
  if (text === '0') return none;
  return `${text} ${text === '1' ? one : many}`;
};

const days = (value: number): string => counted(value, 'dia', 'dias', 'nenhum dia');

/** What each gate says, from what the saved model holds of it. */
const WORDS: Record<GateResult['gate'], (gate: GateResult, horizonDays: number) => GateWords> = {
  customers: ({ actual, required }) => ({
    holds: `${pt.count(actual)} clientes: o bastante para aprender.`,
    fails:
      `Há ${counted(actual, 'cliente', 'clientes', 'nenhum cliente')}, menos que os ${pt.count(required)} de que uma ` +
      `pontuação precisa: carregue mais do histórico de pedidos ou espere por mais ${counted(required - actual, 'cliente', 'clientes', 'nenhum cliente')}.`,
  }),
  history: ({ actual, required, hard }, horizonDays) => {
    const horizons = pt.count(required / horizonDays);
    const why = hard ? 'uma pontuação precisa' : 'um teste com clientes posteriores precisa';
    const shorter = Math.floor((actual / required) * horizonDays);
    const less = shorter >= 1 ? `, ou defina o horizonte em ${days(shorter)} ou menos` : '';
    return {
      holds: `${days(actual)} de comércio regular: pelo menos ${horizons} horizontes de ${horizonDays} dias.`,
      fails:
        `Há ${days(actual)} de comércio regular, mas ${why} de ${pt.count(required)} (${horizons} horizontes de ` +
        `${horizonDays} dias): faltam ${days(Math.ceil(required - actual))} de pedidos${less}.`,
    };
  },
  returners: ({ actual, required, hard }) => ({
    holds: `${pt.count(actual)} clientes do treino voltaram: o bastante para aprender.`,
    fails:
      `De um dos dois desfechos, voltar no horizonte ou não, o treino tem ` +
      `${counted(actual, 'cliente', 'clientes', 'nenhum cliente')}, menos que ${required}, ${hard ? 'por isso quase não há o que distinguir' : 'por isso as probabilidades são aproximadas'}: ` +
      `faltam ${pt.count(required - actual)}; carregue mais histórico ou mude o horizonte.`,
  }),
  repeat_customers: ({ actual, required }) => ({
    holds: `${pt.count(actual)} clientes compraram em dois dias ou mais.`,
    fails:
      `${counted(actual, 'cliente comprou', 'clientes compraram', 'Nenhum cliente comprou')} em dois dias ou mais, menos ` +
      `que ${required}: intervalos e valores dependem de poucas pessoas; faltam ${counted(required - actual, 'cliente recorrente', 'clientes recorrentes', 'nenhum cliente')}.`,
  }),
  recency_of_data: ({ actual, required }) => ({
    holds: 'Os pedidos chegam até o dia das pontuações.',
    fails:
      `Os pedidos terminam ${Number.isFinite(actual) ? days(actual) : 'um tempo desconhecido'} antes do dia das ` +
      `pontuações, mais que ${required}: quem comprou desde então parece ter saído; carregue os pedidos mais recentes.`,
  }),
  better_than_recency: ({ actual, required }) => ({
    holds:
      'O modelo ordena os clientes claramente melhor que só o último pedido ' +
      `(ROC-AUC ${pt.decimal(actual, 3)}; exigido: ${pt.decimal(required, 3)}).`,
    fails:
      'O modelo não é claramente melhor que só os dias desde o último pedido ' +
      `(ROC-AUC ${pt.decimal(actual, 3)}; exigido: ${pt.decimal(required, 3)}): use a ordem dos clientes com cautela; ` +
      'mais histórico ou mais clientes ajudariam.',
  }),
};

/** What several gates say, one sentence after the other, in each language. */
export function gateMessages(gates: readonly GateResult[], horizonDays: number): Text {
  const all = (language: Language): string => gates.map((gate) => gateMessage(gate, horizonDays, language)).join(' ');
  return { en: all('en'), 'pt-BR': all('pt-BR') };
}

/** What a gate says, in the reader's language: the saved model holds its words in English alone. */
export function gateMessage(gate: GateResult, horizonDays: number, language: Language): string {
  if (language === DEFAULT_LANGUAGE) return gate.message;
  const { holds, fails } = WORDS[gate.gate](gate, horizonDays);
  return gate.passed ? holds : fails;
}
