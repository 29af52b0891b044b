import {
	atLineStart,
	escapeHtml,
	escapeOwnHtml,
	escapePlain,
	escapeSlack,
	inert,
	isMergeTag,
	oneLine,
	withoutMarks,
} from '../../../nodes/shared/messages/escaping';

/** The invisible word joiner, visible here. */
const shown = (text: string) => text.replaceAll('\u2060', '¦');

test.each([
	['<b>&"\'', '&lt;b&gt;&amp;&quot;&#39;'],
	['plain', 'plain'],
])('HTML: %s', (text, escaped) => {
	expect(escapeHtml(text)).toBe(escaped);
});

test.each([
	['<!here> & <@U1>', '&lt;!here&gt; &amp; &lt;@¦U1&gt;'],
	['@here, @channel, @ana', '@¦here, @¦channel, @¦ana'],
	['ana@example.com, a@here', 'ana@example.com, a@¦here'],
	['at @ noon', 'at @ noon'],
	['*bold* "quoted"', '∗bold∗ "quoted"'],
])('Slack’s mrkdwn: %s', (text, escaped) => {
	expect(shown(escapeSlack(text))).toBe(escaped);
});

test.each([
	['<b> & *', '‹b› & *'],
	['@everyone', '@¦everyone'],
])('Slack’s plain text: %s', (text, escaped) => {
	expect(shown(escapePlain(text))).toBe(escaped);
});

test.each([
	['  a \t\r\n b\u2028c\u00a0d ', 'a b c d'],
	['a\u202Eb\u200Fc\uFEFFd\ud83de', 'abcde'],
	['\u0000a\u0007', 'a'],
])('one line: %j', (text, line) => {
	expect(oneLine(text)).toBe(line);
});

test.each([
	['see https://evil.example/x', 'see https:¦//evil.¦example/x'],
	['www.evil.example', 'www.¦evil.¦example'],
	['7.evil', '7.¦evil'],
	['i❤.ws/vip 💩.la', 'i❤.¦ws/vip 💩.¦la'],
	['E … fim ...assim', 'E … fim ...assim'],
	['1.5 metros', '1.5 metros'],
	['End. Next: more', 'End. Next: more'],
	['.net', '.net'],
	['a: //b', 'a: //b'],
	['{{ person }} {%if%} {{{a}}}', '{¦{ person }} {¦%if%} {¦{¦{a}}}'],
	['*|UNSUB|* a*b|c {d}', '*¦|UNSUB|* a*b|c {d}'],
])('no link or merge tag: %s', (text, harmless) => {
	expect(shown(inert(text))).toBe(harmless);
});

test.each([
	['> quote', '¦> quote'],
	['# heading', '¦# heading'],
	['+1', '¦+1'],
	['=1+1', '¦=1+1'],
	['|a', '¦|a'],
	['- entry', '¦- entry'],
	['1. first', '¦1. first'],
	['12) twelfth', '¦12) twelfth'],
	['12 pieces', '12 pieces'],
	['a > b', 'a > b'],
	['size 12.', 'size 12.'],
])('at the start of a line: %s', (text, harmless) => {
	expect(shown(atLineStart(text))).toBe(harmless);
});

test.each([
	['*bold* _italic_ ~struck~ `code`', '∗bold∗ ＿italic＿ ∼struck∼ ˋcodeˋ'],
	['size_m and 2_3', 'size_m and 2_3'],
	['_start, end_, a _ b', '＿start, end＿, a ＿ b'],
	['2*3, a~b, a`b', '2∗3, a∼b, aˋb'],
	['é_ç', 'é_ç'],
])('without marks: %s', (text, plain) => {
	expect(withoutMarks(text)).toBe(plain);
});

test.each([
	[`<a> & "b" 'c'`, '&lt;a&gt; &amp; &quot;b&quot; &#39;c&#39;', '&lt;a&gt; &amp; &quot;b&quot; &#39;c&#39;'],
	[`{{ a|b:"c" }}`, '{{ a|b:"c" }}', '{{ a|b:&quot;c&quot; }}'],
	[`{{ a|b:'c' }} 'd'`, `{{ a|b:'c' }} &#39;d&#39;`, `{{ a|b:'c' }} &#39;d&#39;`],
	[`{% if a < "b" & c > 'd' %}x{% end %}`, `{% if a &lt; "b" &amp; c > 'd' %}x{% end %}`, undefined],
	[`*|IF:A >= "1"|* > 2`, `*|IF:A >= "1"|* &gt; 2`, `*|IF:A >= &quot;1&quot;|* &gt; 2`],
	['{{ a {{ b }}', '{{ a {{ b }}', '{{ a {{ b }}'],
])('the marketer’s own HTML: %s', (text, inText, inAttribute) => {
	expect(escapeOwnHtml(text)).toBe(inText);
	expect(escapeOwnHtml(text, 'text')).toBe(inText);
	if (inAttribute !== undefined) expect(escapeOwnHtml(text, 'attribute')).toBe(inAttribute);
});

test.each([
	['{{ url }}', true],
	['{% unsubscribe_link %}', true],
	['*|UNSUB|*', true],
	['https://a.example/{{ id }}', false],
	['{{ a }}{{ b }}', false],
	['{{ a }} ', false],
	['', false],
])('%j is a merge tag and nothing else: %s', (text, is) => {
	expect(isMergeTag(text)).toBe(is);
});
