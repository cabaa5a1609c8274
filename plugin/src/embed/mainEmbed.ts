import { begin } from './boot/begin';
import './boot/globals';

const beginning = begin();
void import('./boot/startEmbed').then(({ startEmbed }) => startEmbed(beginning));
