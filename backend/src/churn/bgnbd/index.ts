export { BgNbdError } from './error';
export {
  expectedPurchases,
  expectedPurchasesOfAll,
  probabilitiesAlive,
  probabilitiesOfReturn,
  probabilityAlive,
  probabilityOfReturn,
  type PurchaseHistory,
} from './expectations';
export { FEWEST_REPEATERS, fitBgNbd, type BgNbdFit } from './fit';
export { checkHistories, groupHistories, type HistoryGroups, type PurchaseHistories } from './history';
export { logLikelihood } from './likelihood';
export { decodeBgNbd, type BgNbdParameters } from './parameters';
export { readHistories, type CustomerHistories } from './read-histories';
