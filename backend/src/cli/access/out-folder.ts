import { Option } from 'commander';
import { findData, fromInvocation, warehouseFolderFor } from '../shop-folder';

/** Which warehouse folder a command is about. */
export const outOption = (): Option =>
  new Option('--out <dir>', 'folder with the warehouse (default: that of "churnwatch start")');

/** @param named the value of that option */
export const warehouseNamed = (named: string | undefined): string =>
  named === undefined ? warehouseFolderFor(findData(undefined)) : fromInvocation(named);
