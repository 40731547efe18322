import { expect, test } from 'vitest';
import { type Component, Stack } from './stack.ts';

function createComponent(title: string, stopped: string[]) {
  const ended = Promise.withResolvers<string>();
  const component: Component = {
    title,
    pid: 1,
    exited: ended.promise,
    logFile: '/nowhere',
    stop: async () => {
      stopped.push(title);
      ended.resolve('was ended');
    },
  };
  return { component, end: ended.resolve };
}

test('ends its components in the reverse order of their start', async () => {
  const stopped: string[] = [];
  const stack = new Stack(async () => {});
  for (const title of ['the database', 'the API', 'the web app']) {
    await stack.start(async () => createComponent(title, stopped).component);
  }
  await Promise.all([stack.stop(), stack.stop()]);
  expect(stopped).toEqual(['the web app', 'the API', 'the database']);
});

test('says which component ended by itself, and how', async () => {
  const stack = new Stack(async () => {});
  const { component, end } = createComponent('the API', []);
  await stack.start(async () => component);
  end('exited with code 1');
  expect((await stack.failed).report).toContain('The API exited with code 1. Its log, /nowhere, ends with:');
});

test('a component that gets ready while the stack is being stopped is ended too', async () => {
  const stopped: string[] = [];
  const stack = new Stack(async () => {});
  const ready = Promise.withResolvers<Component>();
  const starting = stack.start(() => ready.promise);
  const stopping = stack.stop();
  ready.resolve(createComponent('the API', stopped).component);
  await Promise.all([starting, stopping]);
  expect(stopped).toEqual(['the API']);
  await expect(stack.start(() => ready.promise)).rejects.toThrow('given up');
});
