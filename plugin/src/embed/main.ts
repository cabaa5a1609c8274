import { askEarly } from './boot/early';
import './boot/globals';

const icons = askEarly();
void import('./boot/start').then(({ start }) => start(icons));
