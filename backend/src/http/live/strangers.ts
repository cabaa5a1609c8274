import type { FastifyRequest } from 'fastify';
import { networkOf } from '../access/client-address';
import type { LiveAccess } from './access';
import type { LiveLimits } from './limits';

/** Connections that have not yet said who they are. One address cannot take all the places there are for them. */
export class Strangers {
  private readonly networks = new Map<object, string>();

  constructor(
    private readonly limits: Pick<LiveLimits, 'strangers' | 'strangersOfOne'>,
    private readonly access: Pick<LiveAccess, 'addressOf'>,
  ) {}

  /** Whether there is a place for one more who comes by this request. */
  hasPlaceFor(request: FastifyRequest): boolean {
    const network = this.networkOf(request);
    const fromThere = [...this.networks.values()].filter((one) => one === network).length;
    return this.networks.size < this.limits.strangers && fromThere < this.limits.strangersOfOne;
  }

  add(stranger: object, request: FastifyRequest): void {
    this.networks.set(stranger, this.networkOf(request));
  }

  delete(stranger: object): void {
    this.networks.delete(stranger);
  }

  private networkOf(request: FastifyRequest): string {
    return networkOf(this.access.addressOf?.(request) ?? '');
  }
}
