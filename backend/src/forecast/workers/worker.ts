import workerpool from 'workerpool';
import { TASKS } from './tasks';

// The entry of a worker thread: one method per task.
workerpool.worker(TASKS);
