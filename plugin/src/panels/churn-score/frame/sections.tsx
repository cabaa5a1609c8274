import React, { type ReactNode } from 'react';
import { t } from '../../../language/t';
import type { ScoreModel } from '../data/model';
import { HistorySection } from '../history/HistorySection';
import type { Section as SectionName } from '../options';
import { OrdersSection } from '../orders/OrdersSection';
import { ReasonsSection } from '../reasons/ReasonsSection';
import { RfmSection } from '../rfm/RfmSection';
import { ScaleSection } from '../score/ScaleSection';
import { ActionSection } from '../value/ActionSection';
import { ValueSection } from '../value/ValueSection';
import { Outcome } from '../whatif/Outcome';
import type { RunWhatIf } from '../whatif/runWhatIf';
import { WhatIfSection } from '../whatif/WhatIfSection';
import { Section } from './Section';

interface Context {
  model: ScoreModel;
  runWhatIf?: RunWhatIf;
  reasonCount: number;
}

/** Draws a part of the view at a width in px. */
export type DrawSection = (width: number) => ReactNode;

/** How to draw each part of the view; undefined for those that the answer holds nothing for. */
export function sectionsOf({ model, runWhatIf, reasonCount }: Context): Record<SectionName, DrawSection | undefined> {
  const { score, customer, before, reasons, histograms, history, orders, asOf } = model;
  return {
    scale: (width) =>
      before ? (
        <Section title={t('churn.whatif.effect', 'What the change does')} width={width}>
          {(inner) => <Outcome before={before} after={{ ...score, sentence: '' }} width={inner} />}
        </Section>
      ) : (
        <ScaleSection score={score} width={width} />
      ),
    reasons: reasons && ((width) => <ReasonsSection {...{ reasons, width }} churn={score.churn} count={reasonCount} />),
    action: score.action === '' ? undefined : (width) => <ActionSection score={score} width={width} />,
    value: score.revenueAtRisk === null ? undefined : (width) => <ValueSection score={score} width={width} />,
    rfm: hasStanding(model) && customer ? (width) => <RfmSection {...{ customer, histograms, width }} /> : undefined,
    // Another customer's what-ifs begin anew.
    whatif: runWhatIf && ((width) => <WhatIfSection key={customer?.id} {...{ model, width }} run={runWhatIf} />),
    history: history.length > 1 ? (width) => <HistorySection points={history} width={width} /> : undefined,
    orders: orders.length > 0 ? (width) => <OrdersSection {...{ orders, asOf, width }} /> : undefined,
  };
}

function hasStanding({ customer }: ScoreModel): boolean {
  return customer !== undefined && Object.values(customer.standing).some(({ value }) => value !== null);
}
