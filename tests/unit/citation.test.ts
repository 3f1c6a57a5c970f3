import { expect, it } from 'vitest';
import { cite, nameParagraph } from '../../src/corpus/citation.ts';

it('names places and cites as offices do', () => {
  const place = nameParagraph({ part: 1, kind: 'section', label: '（三）' }, 2);
  expect(place).toBe('第一部分（三）第2段');
  expect(nameParagraph({ part: 5, kind: 'section', label: '一要' }, 1)).toBe('第五部分一要第1段');
  expect(nameParagraph({ part: 2, kind: 'lead', label: '二、' }, 1)).toBe('第二部分第1段');
  expect(nameParagraph({ part: null, kind: 'opening', label: '' }, 2)).toBe('开篇第2段');
  expect(cite('原文', '讲话标题', place)).toBe('“原文”——讲话标题，第一部分（三）第2段');
});
