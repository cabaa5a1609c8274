export { calibrate, calibrateAll, slopeAt } from './apply';
export { CalibrationError, type Calibration, type IsotonicCalibration, type PlattCalibration } from './calibration';
export { chooseCalibration, type CalibrationChoice, type ChoiceOptions } from './choose';
export { calibrateContributions, type CalibratedContributions } from './contributions';
export { decodeCalibration, encodeCalibration } from './decode';
export { fitIsotonic, poolAdjacentViolators, type Block } from './isotonic';
export { fitPlatt } from './platt';
