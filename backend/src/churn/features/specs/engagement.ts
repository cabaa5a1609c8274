import type { FeatureSpec } from '../spec';

/**
 * What customers do besides ordering, as events tell it. A model has those of which the history holds enough: see
 * training/learnt-features.ts. Unknown before the shop has told of any event of the kind.
 */
export const ENGAGEMENT_SPECS: readonly FeatureSpec[] = [
  {
    key: 'support_tickets',
    label: 'Support tickets, 90 days',
    unit: 'count',
    group: 'contact',
    description: 'Support tickets that the customer opened in the last 90 days.',
    fromRfm: false,
    whatIf: { min: 0, max: 10, step: 1 },
  },
  {
    key: 'failed_payments',
    label: 'Failed payments, 90 days',
    unit: 'count',
    group: 'payment',
    description: 'How often a payment of the customer failed in the last 90 days.',
    fromRfm: false,
    whatIf: { min: 0, max: 10, step: 1 },
  },
  {
    key: 'emails_opened',
    label: 'E-mails opened, 90 days',
    unit: 'count',
    group: 'contact',
    description: 'How often the customer opened an e-mail of the shop in the last 90 days.',
    fromRfm: false,
    whatIf: { min: 0, max: 50, step: 1 },
  },
  {
    key: 'emails_clicked',
    label: 'Clicks in e-mails, 90 days',
    unit: 'count',
    group: 'contact',
    description: 'How often the customer followed a link in an e-mail of the shop in the last 90 days.',
    fromRfm: false,
    whatIf: { min: 0, max: 50, step: 1 },
  },
  {
    key: 'pages_viewed',
    label: 'Pages viewed, 30 days',
    unit: 'count',
    group: 'contact',
    description: "Pages of the shop's site that the customer viewed in the last 30 days.",
    fromRfm: false,
    whatIf: { min: 0, max: 200, step: 1 },
  },
  {
    key: 'days_since_interest',
    label: 'Days since the last sign of interest',
    unit: 'days',
    group: 'contact',
    description:
      'Days from the last e-mail opened, link followed or page viewed to the as-of date; unknown without any of them.',
    fromRfm: false,
    whatIf: { min: 0, max: 720, step: 1 },
  },
];
