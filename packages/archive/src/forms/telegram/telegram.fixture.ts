import type { FormContract } from '../contract.fixture.js';

const bytesOf = (value: unknown): Uint8Array =>
  new TextEncoder().encode(typeof value === 'string' ? value : `${JSON.stringify(value, null, 1)}\n`);

// Invented: a channel, a post on shelling, a forwarded one on a convoy, an edited one on a mine.
const CHANNEL = {
  name: 'مراسل السهل',
  type: 'public_channel',
  id: 1000000001,
  messages: [
    { id: 1, type: 'service', date: '2023-10-01T08:00:00', action: 'create_channel', text: '' },
    {
      id: 2,
      type: 'message',
      date: '2023-10-07T23:30:00',
      date_unixtime: '1696710600',
      from: 'مراسل السهل',
      photo: 'photos/photo_1.jpg',
      width: 800,
      text: [
        { type: 'hashtag', text: '#عاجل' },
        ' سقطت قذائف على ',
        { type: 'bold', text: 'سوق البلدة' },
        '، و',
        { type: 'text_link', text: 'قُتل ثلاثة مدنيين', href: 'https://sahl.example/1' },
        '.',
      ],
      text_entities: [],
    },
    {
      id: 3,
      type: 'message',
      date: '2023-10-08T06:00:00',
      from: 'مراسل السهل',
      forwarded_from: 'شبكة الوادي',
      author: 'محرر الليل',
      text: 'وصلت قافلة مساعدات إلى البلدة.\nوقال سائق إن الطريق "مقطوع".',
    },
    {
      id: 4,
      type: 'message',
      date: '2023-10-08T07:00:00',
      edited: '2023-10-08T09:00:00',
      text: 'انفجر لغم {شرق} البلدة \\ ولا إصابات.',
    },
    { id: 5, type: 'message', date: '2023-10-08T07:30:00', file: 'video_files/v.mp4', text: '' },
  ],
};

export const telegramContract: FormContract = {
  form: 'telegram',
  survivesCut: true,
  samples: [
    {
      title: 'a channel: entities, a photo, a forward, an edit',
      path: 'result.json',
      bytes: () => bytesOf(CHANNEL),
      beside: { 'photos/photo_1.jpg': Uint8Array.of(0xff, 0xd8, 0xff) },
      reports: [
        {
          path: 'result.json!/2',
          given: { outlet: 'مراسل السهل', published: '2023-10-07' },
          says: ['#عاجل سقطت قذائف على سوق البلدة، وقُتل ثلاثة مدنيين.'],
          codes: ['archive/media'],
        },
        {
          path: 'result.json!/3',
          given: { outlet: 'شبكة الوادي', published: '2023-10-08', author: 'محرر الليل' },
          says: ['البلدة.\nوقال سائق إن الطريق "مقطوع".'],
          codes: ['archive/forwarded'],
        },
        { path: 'result.json!/4', says: ['لغم {شرق} البلدة \\ ولا'], codes: ['archive/edited'] },
      ],
      passed: ['archive/wordless result.json'],
    },
    {
      title: 'all chats of a person, what is private left unread',
      path: 'export.json',
      bytes: () =>
        bytesOf({
          about: 'Here is the data you requested.',
          personal_information: { first_name: 'سرّي', phone_number: '000' },
          contacts: { list: [{ first_name: 'سرّي', type: 'group' }] },
          chats: {
            about: 'chats',
            list: [
              {
                name: 'الأولى',
                type: 'private_channel',
                id: 1,
                messages: [{ id: 1, type: 'message', date: '2023-01-01T00:00:00', text: 'سقطت قذيفة.' }],
              },
              {
                name: 'الثانية',
                type: 'public_supergroup',
                id: 2,
                messages: [{ id: 1, type: 'message', date: '2023-01-02T00:00:00', text: 'وصلت قافلة.' }],
              },
            ],
          },
        }),
      reports: [
        { path: 'export.json!/1', given: { outlet: 'الأولى' }, says: ['سقطت قذيفة.'], codes: [] },
        { path: 'export.json!/2/1', given: { outlet: 'الثانية' }, says: ['وصلت قافلة.'], codes: [] },
      ],
    },
  ],
  hostile: [
    {
      title: 'a picture that is named outside the export',
      path: 'result.json',
      bytes: () =>
        bytesOf({ ...CHANNEL, messages: [{ id: 1, type: 'message', text: 'سقطت قذيفة.', photo: '../../etc/passwd' }] }),
      beside: { '../../etc/passwd': Uint8Array.of(1) },
      reports: [{ path: 'result.json!/1', says: ['سقطت'], codes: ['archive/unsafe-media'] }],
    },
    {
      title: 'a picture that is not in the export',
      path: 'result.json',
      bytes: () =>
        bytesOf({
          ...CHANNEL,
          messages: [{ id: 1, type: 'message', text: 'سقطت قذيفة.', photo: '(File not included)' }],
        }),
      reports: [{ path: 'result.json!/1', says: ['سقطت'], codes: ['archive/media'] }],
    },
    {
      title: 'brackets a hundred thousand deep, outside messages and in one',
      path: 'result.json',
      bytes: () =>
        bytesOf(
          `{"type":"public_channel","name":"س","messages":[{"id":1,"text":"سقطت قذيفة.","x":${'['.repeat(100_000)}${']'.repeat(100_000)}}],"x":${'['.repeat(100_000)}`,
        ),
      reports: [
        { path: 'result.json!/1', says: ['سقطت'] },
        { path: 'result.json', codes: ['archive/broken-container'] },
      ],
    },
    {
      title: 'messages that are none, and a name that is made of an object',
      path: 'result.json',
      bytes: () =>
        bytesOf(
          '{"type":"public_channel","name":{"__proto__":1},"messages":[{"id":"x"},{"id":2,"text":{"text":[]}},{"__proto__":{"text":"كاذب"},"id":3,"text":"سقطت قذيفة."},{bad}]}',
        ),
      reports: [
        { path: 'result.json!/3', says: ['سقطت'], lacks: ['كاذب'], codes: [] },
        { path: 'result.json', codes: ['archive/bad-line'] },
      ],
      passed: ['archive/wordless result.json'],
    },
    {
      title: 'tags in a message are read over',
      path: 'result.json',
      bytes: () => bytesOf({ ...CHANNEL, messages: [{ id: 1, text: 'سقطت قذيفة.<script>قُتل مئة</script>' }] }),
      reports: [{ path: 'result.json!/1', says: ['سقطت'], lacks: ['مئة'], codes: ['archive/markup'] }],
    },
  ],
};
