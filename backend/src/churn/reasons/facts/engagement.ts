import { formatsIn } from '../format';
import { comparedWithTypical, type Describe } from './fact';

const { counted, days } = formatsIn('en');

const countOf =
  (none: string, some: (value: number) => string): Describe =>
  (subject) =>
    comparedWithTypical(subject.value < 0.5 ? none : some(subject.value), subject);

/** Sentences about what the customer does besides ordering. */
export const ENGAGEMENT_FACTS: Record<string, Describe> = {
  support_tickets: countOf(
    'Opened no support ticket in the last 90 days',
    (value) => `Opened ${counted(value, 'support ticket', 'support tickets')} in the last 90 days`,
  ),
  failed_payments: countOf(
    'No payment has failed in the last 90 days',
    (value) => `${counted(value, 'payment has', 'payments have')} failed in the last 90 days`,
  ),
  emails_opened: countOf(
    'Opened no e-mail in the last 90 days',
    (value) => `Opened e-mails ${counted(value, 'time', 'times')} in the last 90 days`,
  ),
  emails_clicked: countOf(
    'Followed no link in an e-mail in the last 90 days',
    (value) => `Followed ${counted(value, 'link', 'links')} in e-mails in the last 90 days`,
  ),
  pages_viewed: countOf(
    'Viewed no page in the last 30 days',
    (value) => `Viewed ${counted(value, 'page', 'pages')} in the last 30 days`,
  ),
  days_since_interest: (subject) =>
    comparedWithTypical(
      subject.value < 0.5
        ? 'Opened an e-mail or viewed a page on the day of the score'
        : `Opened an e-mail or viewed a page ${days(subject.value)} ago, and not since`,
      subject,
    ),
};
