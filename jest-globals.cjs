/**
 * For `sandboxInjectedGlobals` of tests that calculate. A name that is not declared in a file is looked up in jest's
 * sandbox by a slow way each time, which makes arithmetic take up to forty times as long as it does outside. These are
 * handed to each file instead. None is one that a test replaces, as Date is by a clock that stands still, or that a
 * package declares for itself, as Map and Number are.
 */
module.exports = ['Array', 'Float64Array', 'Int32Array', 'JSON', 'Math', 'Object'];
