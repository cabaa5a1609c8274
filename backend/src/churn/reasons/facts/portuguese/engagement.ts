import { formatsIn } from '../../format';
import { comparedWithTypical, type Describe } from '../fact';

const { counted, days } = formatsIn('pt-BR');

const countOf =
  (none: string, some: (value: number) => string): Describe =>
  (subject) =>
    comparedWithTypical(subject.value < 0.5 ? none : some(subject.value), subject);

/** Sentences in Portuguese about what the customer does besides ordering. */
export const ENGAGEMENT_FACTS: Record<string, Describe> = {
  support_tickets: countOf(
    'Não abriu chamado de suporte nos últimos 90 dias',
    (value) => `Abriu ${counted(value, 'chamado', 'chamados')} de suporte nos últimos 90 dias`,
  ),
  failed_payments: countOf(
    'Nenhum pagamento foi recusado nos últimos 90 dias',
    (value) => `${counted(value, 'pagamento foi recusado', 'pagamentos foram recusados')} nos últimos 90 dias`,
  ),
  emails_opened: countOf(
    'Não abriu e-mails nos últimos 90 dias',
    (value) => `Abriu e-mails ${counted(value, 'vez', 'vezes')} nos últimos 90 dias`,
  ),
  emails_clicked: countOf(
    'Não seguiu links de e-mails nos últimos 90 dias',
    (value) => `Seguiu ${counted(value, 'link', 'links')} de e-mails nos últimos 90 dias`,
  ),
  pages_viewed: countOf(
    'Não visitou páginas nos últimos 30 dias',
    (value) => `Visitou ${counted(value, 'página', 'páginas')} nos últimos 30 dias`,
  ),
  days_since_interest: (subject) =>
    comparedWithTypical(
      subject.value < 0.5
        ? 'Abriu um e-mail ou visitou uma página no dia da previsão'
        : `Abriu um e-mail ou visitou uma página há ${days(subject.value)}, e não desde então`,
      subject,
    ),
};
