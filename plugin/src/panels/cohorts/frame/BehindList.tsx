import React from 'react';
import { CustomersBehind } from '../../../components/customers/CustomersBehind';
import type { Behind } from '../list/useCustomers';

interface Props {
  behind: Behind;
  width: number;
  height: number;
  customerLink: (id: string) => string | undefined;
}

/** Who is behind what is chosen. */
export function BehindList({ behind: { part, list }, ...props }: Props) {
  return <CustomersBehind title={part.title} customers={part.customers} list={list} {...props} />;
}
