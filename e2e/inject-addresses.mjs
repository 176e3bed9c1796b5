// Addresses that run something, or lead where no page may lead, in all the ways
// they can be written. None of them may become the address of anything.

// coded writes a sign as an entity that Markdown and browsers undo.
const coded = sign => [`&#${sign.charCodeAt(0)};`, `&#x${sign.charCodeAt(0).toString(16)};`, `&#X0${sign.charCodeAt(0).toString(16).toUpperCase()};`, `&#000${sign.charCodeAt(0)};`];

// spellings are the ways of one scheme: in capitals, and with signs as entities.
const spellings = scheme => [
  `${scheme}:pwn()`, `${scheme.toUpperCase()}:pwn()`, `${scheme[0].toUpperCase()}${scheme.slice(1)}:pwn()`, [...scheme].map((c, n) => n % 2 ? c : c.toUpperCase()).join('') + ':pwn()',
  ...coded(scheme[0]).map(c => c + scheme.slice(1) + ':pwn()'), ...coded(':').map(c => scheme + c + 'pwn()'),
  `${scheme}&colon;pwn()`, `${scheme}\\:pwn()`, [...scheme].map(c => `&#${c.charCodeAt(0)};`).join('') + '&#58;pwn()',
  ...['&Tab;', '&NewLine;', '&#9;', '&#10;', '&#13;', '&#x0D;'].map(gap => `${scheme.slice(0, 4)}${gap}${scheme.slice(4)}:pwn()`),
  ...['&#1;', '&#14;', '&#31;', '&nbsp;', '&#x2028;', '&ZeroWidthSpace;', '&shy;', '&#xfeff;'].map(before => `${before}${scheme}:pwn()`),
  `${scheme}://example.org/%0Apwn()`, `${scheme}:/*--></title><svg/onload=pwn()>`.replaceAll(/[<>]/g, encodeURIComponent), `${scheme}:%70wn()`,
];

export const addresses = [
  ...spellings('javascript'), ...spellings('vbscript'), ...spellings('livescript').slice(0, 4), ...spellings('mocha').slice(0, 4), 'jscript:pwn()', 'jscript.encode:pwn()', 'ecmascript:pwn()', 'java%0ascript:pwn()', 'javascript%3Apwn():', 'jav&#x61script:pwn()', 'javascript&#58pwn():x', 'feed:javascript:pwn()', 'view-source:javascript:pwn()', 'wyciwyg:pwn()',
  'data:text/html,pwn()', 'data:text/html;base64,PHNjcmlwdD5wd24oKTwvc2NyaXB0Pg==', 'data:,pwn()', 'DATA:text/html,pwn()', 'data:image/svg+xml,pwn()', 'data:image/png;base64,AAAA', '&#100;ata:text/html,pwn()', 'data&colon;text/html,pwn()', 'data:application/xhtml+xml,pwn()', 'data:text/xml,pwn()', 'data:text/javascript,pwn()', 'da&Tab;ta:text/html,pwn()',
  'blob:https://example.org/pwn', 'blob:null/pwn', 'filesystem:https://example.org/temporary/pwn', 'about:blank', 'about:srcdoc', 'chrome://settings', 'edge://settings', 'resource://pwn', 'moz-extension://pwn', 'chrome-extension://pwn', 'intent://pwn#Intent;end', 'android-app://pwn', 'ms-word:ofe|u|https://example.net/pwn.docx', 'ms-excel:ofv|u|https://example.net/pwn.xlsx', 'ms-msdt:/id', 'search-ms:query=pwn', 'ms-officecmd:pwn', 'shell:startup', 'steam://pwn', 'x-apple-helpbasic:pwn', 'file:///etc/passwd', 'file://example.net/pwn', 'FILE:///c:/pwn', 'ftp://example.net/pwn', 'ws://example.net/', 'wss://example.net/', 'gopher://example.net/', 'jar:https://example.net!/pwn', 'mhtml:file://pwn', 'res://pwn', 'ldap://example.net', 'ssh://example.net', 'sms:pwn', 'urn:pwn', 'cid:pwn', 'mk:@pwn', 'hcp://pwn', 'vnd.ms.radio:pwn', 'zoommtg://pwn', 'telnet://example.net', 'view-source:https://example.net', '1:pwn', 'x:pwn()', '&#58;pwn()', ':pwn()',
  '//example.net/pwn', '///example.net/pwn', '////example.net', '\\\\\\\\example.net\\\\pwn', '/\\\\example.net', '\\\\/example.net', '&sol;/example.net', '&#47;&#47;example.net', '/&Tab;/example.net', 'https:example.net', 'https:/example.net', 'https:///example.net', 'http:\\\\\\\\example.net', 'https://', 'http://?pwn', 'https://:80/', 'https://@/', 'C:\\\\pwn', 'c:/pwn', 'https://example.net\\\\@example.org/',
  '/etc/passwd', '/', '../../../../../../etc/passwd', '..%2f..%2f..%2fetc/passwd', '../../../themes', 'lessons/../../../x', '%2e%2e/%2e%2e/%2e%2e/x', '.git/config', 'no-such-page.html', 'index.html', 'pwn.svg#pwn', 'pwn()',
];
