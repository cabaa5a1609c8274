import { Subject } from 'rxjs';

/** Emits when a request got no answer, or was refused because nobody is signed in any more: the status is to be asked now. */
export const trouble = new Subject<void>();
