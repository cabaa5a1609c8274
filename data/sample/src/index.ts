export { generateSample } from './generate';
export { SAMPLE_DEFAULTS, type SampleOptions } from './options';
export { SampleError, type SampleErrorCode } from './errors';
