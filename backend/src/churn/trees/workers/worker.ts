import workerpool from 'workerpool';
import { TASKS, workOff } from './tasks';

// The entry of a worker thread: one method per task, with the arguments (job, counter, count).
type Arguments<Job> = [job: Job, counter: Int32Array, count: number];
const method =
  <Job, Part>(task: (job: Job, index: number) => Part) =>
  (...[job, counter, count]: Arguments<Job>) =>
    workOff(task, job, counter, count);

workerpool.worker({
  chooseEdges: method(TASKS.chooseEdges),
  binRows: method(TASKS.binRows),
  growTree: method(TASKS.growTree),
  boostTrees: method(TASKS.boostTrees),
  predict: method(TASKS.predict),
});
