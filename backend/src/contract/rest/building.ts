import { integer, oneOf, share, text, type Schema } from './schema';

/** How far work in the background has come. */
export const PROGRESS: Schema = {
  type: 'object',
  title: 'Progress',
  additionalProperties: false,
  required: ['step', 'share'],
  properties: {
    step: text('What is being done.'),
    share: share('How much is done.'),
    seconds: integer('For how long it has been under way.'),
  },
};

/** Body of the answer to `POST /api/warehouse/rebuild`: how far the build has come. */
export const BUILDING_BODY: Schema = {
  type: 'object',
  title: 'Building',
  additionalProperties: false,
  required: ['state', 'progress'],
  properties: {
    state: oneOf(['building'], 'The warehouse is being built.'),
    serving: text('Id of the generation that answers meanwhile; absent while there is none.'),
    progress: PROGRESS,
  },
};
