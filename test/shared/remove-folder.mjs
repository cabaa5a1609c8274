import { rm } from 'node:fs/promises';

export default async function removeSharedFolder() {
  await rm(process.env.CHURNWATCH_TEST_FOLDER, { recursive: true, force: true });
}
