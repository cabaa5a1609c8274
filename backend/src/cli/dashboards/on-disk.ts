import { messageOf, WarehouseError } from '../../warehouse';

/** What `act` gives. @throws WarehouseError that says what could not be done, and why */
export async function onDisk<T>(failure: string, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (cause) {
    throw new WarehouseError('io', `${failure}: ${messageOf(cause)}.`, 'Look at the folder and who may use it.', {
      cause,
    });
  }
}
