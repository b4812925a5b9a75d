import type { FormContract } from '../contract.fixture.js';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

export const addressesContract: FormContract = {
  form: 'addresses',
  samples: [
    {
      title: 'a list with a remark',
      path: 'list.txt',
      bytes: () => bytesOf('# للمراجعة (to be looked at)\nhttps://rasif.example/1\n\nhttps://wadi.example/2 # قديم\n'),
      reports: [
        { path: 'list.txt!/2', given: { url: 'https://rasif.example/1' }, codes: ['archive/not-fetched'] },
        { path: 'list.txt!/4', given: { url: 'https://wadi.example/2' }, codes: ['archive/not-fetched'] },
      ],
    },
  ],
  hostile: [
    {
      title: 'addresses that would run, or open a file of this machine',
      path: 'list.txt',
      bytes: () => bytesOf('https://rasif.example/1\njavascript:alert(1)\nfile:///etc/passwd\n'),
      reports: [
        { path: 'list.txt!/1', codes: ['archive/not-fetched'] },
        { path: 'list.txt!/2', given: { url: undefined }, codes: ['archive/no-address'] },
        { path: 'list.txt!/3', given: { url: undefined }, codes: ['archive/no-address'] },
      ],
    },
    {
      title: 'a text that begins with an address is a text',
      path: 'a.txt',
      bytes: () => bytesOf('https://rasif.example/1\nسقطت قذيفة قرب المدرسة.\n'),
      reports: [{ path: 'a.txt', says: ['سقطت قذيفة'], codes: [] }],
    },
  ],
};
