import { type InLanguages, type Language, type RiskBand, type Segment, type Status } from '../../contract';
import { playbookIn, topReasons, type LoadedPlaybook } from '../../churn/playbook';
import type { ReasonContext } from '../../churn/reasons';
import type { Explanation, ServedModel } from '../../churn/scoring/scored';
import type { ProfileWords, ScoredProfile } from '../../events/profile';
import { adviceFor } from '../churn/advice';
import { reasonReader } from '../churn/reasons';

/** What a profile's words are made from, in whatever language. */
export interface Wording {
  model: ServedModel;
  /** As it was loaded: in English, or in the words of a user's own. */
  playbook: LoadedPlaybook;
  context: Omit<ReasonContext, 'language'>;
}

/** All of a profile but its words. */
export type Figures = Omit<ScoredProfile, 'words'> & { status: Status };

/**
 * A profile whose reasons and recommended action are found when they are read: nearly all customers stay in their band, and
 * nobody reads the words about them, which take longer than the score.
 */
export class LiveProfile implements ScoredProfile {
  readonly customerId: string;
  readonly asOf: string;
  readonly churnProbability: number;
  readonly band: RiskBand;
  readonly relativeOdds: number;
  readonly segment: Segment;
  readonly state: string;
  readonly valueIfReturns: number;
  readonly revenueAtRisk: number;
  readonly monetary: number;
  readonly lastOrder: string;
  private found: InLanguages<ProfileWords> | undefined;
  private readonly status: Status;

  /** @param values raw feature values, in the order of the model's features */
  constructor(
    figures: Figures,
    private readonly values: Float64Array,
    private readonly wording: Wording,
  ) {
    this.customerId = figures.customerId;
    this.asOf = figures.asOf;
    this.churnProbability = figures.churnProbability;
    this.band = figures.band;
    this.relativeOdds = figures.relativeOdds;
    this.segment = figures.segment;
    this.state = figures.state;
    this.valueIfReturns = figures.valueIfReturns;
    this.revenueAtRisk = figures.revenueAtRisk;
    this.monetary = figures.monetary;
    this.lastOrder = figures.lastOrder;
    this.status = figures.status;
  }

  get words(): InLanguages<ProfileWords> {
    return (this.found ??= this.inWords());
  }

  private inWords(): InLanguages<ProfileWords> {
    const { model } = this.wording;
    const [explanation] = model.explain([this.values]);
    if (!explanation) throw new Error(`The model explained nothing for customer ${this.customerId}.`);
    return { en: this.wordsIn('en', explanation), 'pt-BR': this.wordsIn('pt-BR', explanation) };
  }

  private wordsIn(language: Language, explanation: Explanation): ProfileWords {
    const { model, context, playbook } = this.wording;
    const all = reasonReader(model, { ...context, language })(explanation, this.values);
    const top = topReasons(all);
    const { segment, band, status, valueIfReturns, relativeOdds } = this;
    const standing = { segment, band, status, valueIfReturns, relativeOdds, reasons: all, language };
    return {
      // Where nothing lowers the chance of coming back, what weighs most is told.
      reasons: (top.length > 0 ? top : all.slice(0, 1)).map(({ sentence }) => sentence),
      action: adviceFor(playbookIn(language, playbook).playbook, standing).title,
    };
  }
}
