import type { AddressInfo } from 'node:net';
import { LiveFeed, type FeedOptions } from '../../../events/feed/feed';
import { FakeNews } from '../../../events/feed/testing/fake-news';
import type { StandAloneOptions } from '../../../http/access/stand-alone';
import type { LiveOptions } from '../../../http/live';
import { guardedApp, type GuardedApp } from '../../../http/testing/guarded-app';

export interface LiveServer extends GuardedApp {
  readonly news: FakeNews;
  readonly feed: LiveFeed;
  /** Forgets tokens and all news. */
  beginAnew(): Promise<void>;
  /** Such as `127.0.0.1:4680`. */
  host: string;
  /** Addresses of the WebSocket and of the stream. */
  ws: string;
  stream: string;
}

export interface LiveServerOptions {
  access?: Partial<StandAloneOptions>;
  limits?: LiveOptions['limits'];
  feed?: Partial<FeedOptions>;
}

/** The stand-alone server, listening, over news that tests make. */
export async function liveServer({ access, limits, feed: given }: LiveServerOptions = {}): Promise<LiveServer> {
  const begun = async (): Promise<Pick<LiveServer, 'news' | 'feed'>> => {
    const news = new FakeNews();
    return { news, feed: await LiveFeed.open({ ...news.options, ...given }) };
  };
  let { news, feed } = await begun();
  const guarded = await guardedApp(access, 1_000, { source: async () => feed, limits });
  await guarded.app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = guarded.app.server.address() as AddressInfo;
  const host = `127.0.0.1:${port}`;
  return {
    ...guarded,
    get news() {
      return news;
    },
    get feed() {
      return feed;
    },
    beginAnew: async () => {
      feed.close();
      guarded.reset();
      ({ news, feed } = await begun());
    },
    host,
    ws: `ws://${host}/api/ws`,
    stream: `http://${host}/api/stream`,
    close: async () => {
      feed.close();
      await guarded.close();
    },
  };
}
