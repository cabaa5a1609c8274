import React from 'react';
import { EmbedApp } from '../frame/EmbedApp';
import { startPage, type Beginning } from './startPage';

/** Starts the page for frames of other pages. */
export function startEmbed(beginning: Beginning): Promise<void> {
  return startPage(<EmbedApp />, beginning);
}
