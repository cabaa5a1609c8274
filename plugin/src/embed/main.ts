import { begin } from './boot/begin';
import './boot/globals';

const beginning = begin();
void import('./boot/start').then(({ start }) => start(beginning));
