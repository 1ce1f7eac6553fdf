import type { BrowserContext } from 'playwright-core';

/** What one page has told the others: by a channel of this name, or by a key of the storage. */
export interface Message {
  readonly by: 'channel' | 'storage';
  readonly name: string;
  readonly data: string;
}

export interface MessageOptions {
  /** Takes the channels away from all pages, as a browser without them. */
  readonly withoutChannels?: boolean;
}

/** Records, from the start of each page that is opened later, what the tabs of a browser tell each other. */
export async function recordMessages(
  context: BrowserContext,
  { withoutChannels = false }: MessageOptions = {},
): Promise<Message[]> {
  const messages: Message[] = [];
  await context.exposeBinding('__message', (_source, message: Message) => {
    messages.push(message);
  });
  await context.addInitScript((removesChannels) => {
    const { __message: tell } = window as unknown as {
      readonly __message: (message: Message) => void;
    };
    if (removesChannels) {
      Reflect.deleteProperty(window, 'BroadcastChannel');
    } else {
      const post = Reflect.get(BroadcastChannel.prototype, 'postMessage') as (
        data: unknown,
      ) => void;
      BroadcastChannel.prototype.postMessage = function (data: unknown) {
        tell({ by: 'channel', name: this.name, data: JSON.stringify(data) });
        post.call(this, data);
      };
    }
    // Each other page hears of it, and reports it.
    window.addEventListener('storage', ({ key, newValue }) => {
      tell({ by: 'storage', name: key ?? '', data: newValue ?? '' });
    });
  }, withoutChannels);
  return messages;
}
