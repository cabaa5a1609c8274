/** What must hold before scores are shown (hard) or trusted without a word of warning (soft). */
export const GATE_THRESHOLDS = {
  /**
   * Hard. Below it the test customers are so few that the standard error of any AUC passes 0.1 even where every tenth
   * comes back: good and useless models cannot be told apart.
   */
  customers: 300,
  /**
   * Hard, for those who returned as for those who stayed away. A tree needs about ten of the rarer kind per question
   * it may ask (Peduzzi et al., Journal of Clinical Epidemiology 49, 1996); three questions are the least that says
   * more than recency does.
   */
  eachClass: 30,
  /** Soft. With fewer, the calibration's bins hold a handful of returners each, and probabilities are rough. */
  returners: 100,
  /** Soft. With fewer, order gaps and the value of a returning customer rest on a few persons. */
  repeatCustomers: 100,
  /** Hard. One horizon to watch what training customers do, and one of past from which to know them. */
  horizonsAtLeast: 2,
  /** Soft. A third horizon lets the test's label window begin after that of the training ends. */
  horizonsWished: 3,
  /**
   * Soft. Customers who bought after the data ends look as if they had left; within a month few of a half year's
   * returners can hide, and exports that run monthly stay inside it.
   */
  daysBehind: 31,
  /**
   * Soft. The model's ROC-AUC must lie above that of recency alone by so many standard errors of it: one-sided, about
   * 95%. Less, and sorting customers by their last order does as well.
   */
  standardErrors: 1.64,
} as const;
