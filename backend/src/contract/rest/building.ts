import { oneOf, row, share, text, type Schema } from './schema';

/** Body of the answer to `POST /api/warehouse/rebuild`: how far the build has come. */
export const BUILDING_BODY: Schema = {
  type: 'object',
  title: 'Building',
  additionalProperties: false,
  required: ['state', 'progress'],
  properties: {
    state: oneOf(['building'], 'The warehouse is being built.'),
    serving: text('Id of the generation that answers meanwhile; absent while there is none.'),
    progress: row('Progress', { step: text('What is being done.'), share: share('How much is done.') }),
  },
};
