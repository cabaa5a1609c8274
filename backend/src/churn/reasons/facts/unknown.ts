import type { InLanguages } from '../../../contract';

/** What the unknown value of a feature means. */
type Meanings = ReadonlyMap<string, string>;

interface UnknownWords {
  oneDay: string;
  nothingArrived: string;
  noParcel: string;
  notApproved: string;
  noReview: string;
  noInterest: string;
}

const meanings = (words: UnknownWords): Meanings =>
  new Map([
    ['mean_gap_days', words.oneDay],
    ['longest_gap_days', words.oneDay],
    ['gaps_overdue', words.oneDay],
    ['delay_days', words.nothingArrived],
    ['delivery_days', words.nothingArrived],
    ['days_since_delivery', words.nothingArrived],
    ['handling_days', words.noParcel],
    ['approval_hours', words.notApproved],
    ['review_score', words.noReview],
    ['worst_review', words.noReview],
    ['days_since_interest', words.noInterest],
  ]);

/** What an unknown value means, by feature. */
export const UNKNOWN: InLanguages<Meanings> = {
  en: meanings({
    oneDay: 'Has bought on one day only, so that there is no usual gap between orders',
    nothingArrived: 'No delivery has arrived yet',
    noParcel: 'No parcel has been handed to the carrier yet',
    notApproved: 'No payment has been approved yet',
    noReview: 'No review is known',
    noInterest: 'Is not known to have opened an e-mail or viewed a page',
  }),
  'pt-BR': meanings({
    oneDay: 'Comprou em um único dia, por isso não há intervalo habitual entre pedidos',
    nothingArrived: 'Nenhuma entrega chegou ainda',
    noParcel: 'Nenhum pacote foi entregue à transportadora ainda',
    notApproved: 'Nenhum pagamento foi aprovado ainda',
    noReview: 'Nenhuma avaliação é conhecida',
    noInterest: 'Não se sabe de e-mail aberto nem de página visitada',
  }),
};

/** What is said of an unknown value that means nothing of its own, after the feature's name. */
export const NOT_KNOWN: InLanguages<string> = { en: 'not known', 'pt-BR': 'não se sabe' };
