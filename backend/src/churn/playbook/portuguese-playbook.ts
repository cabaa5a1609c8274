import type { PlaybookRule } from './playbook';

type Words = Pick<PlaybookRule, 'title' | 'detail'>;

/** The actions of the playbook that comes along in Portuguese, by rule; conditions and channels are the English ones'. */
export const PORTUGUESE_ACTIONS: Readonly<Record<string, Words>> = {
  'overdue-order': {
    title: 'Encontrar o pacote e depois ligar',
    detail:
      'Há um pedido atrasado. Descubra onde ele está antes de escrever qualquer outra coisa, avise o cliente e devolva o frete.',
  },
  'failed-payment': {
    title: 'Ajudar com o pagamento',
    detail:
      'Um pagamento foi recusado nos últimos 90 dias, e isso está entre o que afasta este cliente. Ofereça outra forma de pagar antes de qualquer outra coisa.',
  },
  'support-ticket': {
    title: 'Resolver o chamado e depois perguntar',
    detail:
      'Um chamado de suporte dos últimos 90 dias está entre o que afasta este cliente. Cuide para que seja resolvido e pergunte se está tudo bem; antes disso, nenhuma oferta.',
  },
  'bad-review-valuable': {
    title: 'Pedir desculpas pessoalmente, com um vale',
    detail:
      'Avaliou com {review_score}. Responda à avaliação, corrija o que deu errado e ofereça um vale; um retorno vale cerca de {value}.',
  },
  'late-delivery-valuable': {
    title: 'Pedir desculpas pelo atraso, próximo frete grátis',
    detail:
      'As entregas atrasaram {delay_days} em média. Peça desculpas e ofereça frete grátis de um vendedor que entrega no prazo.',
  },
  'bad-experience': {
    title: 'Perguntar o que deu errado',
    detail: 'Avaliou com {review_score}. Envie uma pergunta curta, e desculpas onde couber; sem vale.',
  },
  'cannot-lose': {
    title: 'Reconquistar pessoalmente',
    detail:
      'Comprou em {frequency} dias, somando {monetary}, mas não compra há {recency_days}. Ligue, pergunte o que mudou e faça uma oferta pessoal.',
  },
  'best-customers-content': {
    title: 'Agradecer e dar acesso antecipado',
    detail: 'Volta sem desconto. Agradeça pelos {frequency} dias com pedido e mostre primeiro as novidades.',
  },
  'comes-anyway': {
    title: 'Sem desconto, mostrar as novidades',
    detail:
      'A chance de voltar é {relative_odds} vezes a média. Um desconto seria dinheiro jogado fora; mostre as novidades.',
  },
  'best-customers-slipping': {
    title: 'Reconquistar com uma oferta sob medida',
    detail:
      'Costumava voltar e está em silêncio há {recency_days}. Ofereça o que combina com os pedidos anteriores, válido por duas semanas.',
  },
  'second-order-offer': {
    title: 'Oferta para o segundo pedido',
    detail:
      'Primeiro pedido há {recency_days}. Quem volta costuma voltar em poucas semanas; faça uma oferta que termine 60 dias depois do pedido.',
  },
  'freight-holds-back': {
    title: 'Frete grátis no próximo pedido',
    detail: 'O frete está entre o que afasta este cliente. Ofereça frete grátis em compras a partir de {value}.',
  },
  'grow-the-habit': {
    title: 'Recomendar o que combina com o último pedido',
    detail: 'Último pedido há {recency_days}. Recomende categorias relacionadas e vendedores bem avaliados.',
  },
  'wake-up-valuable': {
    title: 'Despertar com um pequeno vale',
    detail:
      'Em silêncio há {recency_days}; um retorno vale cerca de {value}. Um lembrete com um pequeno vale, e depois deixar.',
  },
  'stop-spending': {
    title: 'Parar de gastar',
    detail:
      'Último pedido há {recency_days}, e um retorno vale só cerca de {value}. Tire este cliente das campanhas pagas.',
  },
  'last-offer': {
    title: 'Uma última oferta',
    detail:
      'Último pedido há {recency_days}, mas um retorno vale cerca de {value}. Uma boa oferta por e-mail, e depois parar.',
  },
  'everyone-else': {
    title: 'Manter na newsletter',
    detail: 'Nada pede mais do que a newsletter de sempre.',
  },
};
