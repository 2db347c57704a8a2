import type { Bilingual } from '@/shared/i18n/i18n'

/** Words of the shell, and those that all rooms share: the field's terms from the glossary. */
const zh = {
  shell: {
    brand: '警钟', rooms: '功能', board: '看板', admin: '管理', queue: '待办', side: '警力',
    drill: '演练 · {name}', drillShort: '演练', drillWhole: '本系统处于演练模式，所有警情均为演练。',
    clockStands: '时钟静止', clockTitle: '系统时间，时区 {zone}', theme: '深色/浅色', help: '快捷键', lock: '锁屏（Alt L）', lockShort: '锁屏', signOut: '退出',
    notFound: '没有这个页面', notFoundMend: '地址可能有误，或页面已移走。请回到看板继续。'
  },
  connection: {
    live: '实时', age: '{seconds} 秒前', connecting: '正在连接', stale: '自 {since} 起无更新',
    band: '看板已停止更新 {silent}。', bandHint: '所见可能已不是现状；正在自动重连，恢复后会补齐，不会遗漏。紧急事项请用电台或电话确认。'
  },
  signIn: {
    title: '登录', with: '用 {name} 登录', name: '登录名', password: '密码', act: '登录', code: '验证码', codeHint: '6 位数字', withCode: '验证并登录',
    demo: '演示账号', demoHint: '点一下即登录，仅用于演示。',
    passwordWhy: '这是初始密码或已过期，请换成自己的密码再开始工作。', passwordOld: '现在的密码', passwordNew: '新密码', passwordAct: '更换密码',
    enrolWhy: '您的岗位要求双因素登录，请先绑定手机验证器。', enrolPicture: '绑定用的二维码', enrolScan: '用手机验证器应用扫描左侧二维码。',
    enrolType: '无法扫描时，手工输入密钥：', enrolCode: '输入验证器显示的 6 位数字。', enrolAct: '完成绑定并登录'
  },
  setup: {
    title: '首次设置', why: '这是一套空白系统。请填写最上级单位和第一位管理员，之后由其建立下级单位和人员。',
    agency: '单位名称', agencyHint: '如：滨海市公安局', displayName: '管理员姓名', passwordHint: '至少 12 位', again: '再输一次密码', differ: '两次输入不一致', act: '建立单位和管理员'
  },
  interruption: {
    expired: '登录已过期', expiredHint: '所填内容都还在。请重新登录，从原处继续。', locked: '屏幕已锁定', lockedHint: '{name}，请输入密码解锁；所填内容都还在。',
    unlock: '解锁', other: '换人登录（放弃未保存的内容）'
  },
  ui: {
    dismiss: '关闭提示', reload: '重新载入页面', again: '重试', back: '返回', save: '保存', edit: '修改', more: '再显示一些', search: '查询', reason: '理由', choose: '请选择',
    comma: '、', noMatch: '没有相符的', loading: '正在载入…', agency: '单位', allAgencies: '全部单位'
  },
  keys: {
    title: '快捷键', everywhere: '各处', boardGroup: '看板', incident: '警情', callForm: '接警单',
    help: '快捷键', board: '回到看板', lock: '锁屏', back: '返回看板', command: '查找', newCall: '新接警', answerNext: '接听下一个', move: '移动', open: '打开', up: '上一条', down: '下一条',
    accept: '生成警情', join: '并入第一条疑似警情'
  },
  command: { label: '查找', placeholder: '查找警情编号、呼号、地址' },
  incident: { type: '警情类别', typePlaceholder: '代码、名称或拼音首字母', priority: '警情等级' },
  place: {
    label: '地点', placeholder: '街道门牌、路口、地标或坐标', hint: '边输入边匹配；可用坐标，如 37.77, -122.42', notFound: '未定位：将按文字记录', noPrecinct: '不在任何辖区内', none: '地点不明'
  },
  placeKind: { BLOCK: '街段', ADDRESS: '门牌', INTERSECTION: '路口', STREET: '道路', LANDMARK: '地标', POINT: '坐标' },
  priority: { label: '等级 {level}', '1': '一级 · 危及生命', '2': '二级 · 紧急', '3': '三级 · 尽快', '4': '四级 · 择时' },
  incidentState: { CREATED: '待派', DISPATCHED: '已派', ON_SCENE: '处置中', FED_BACK: '已反馈', CLOSED: '已结', MERGED: '已合并' },
  callState: { RINGING: '振铃', TAKING: '接警中', ACCEPTED: '已成警情', NUISANCE: '无效', ABANDONED: '已挂断' },
  channel: { PHONE_110: '110 电话', PHONE_96110: '96110 电话', SMS: '短信', WEB_FORM: '网上报警', PARTNER: '联动单位', OFFICER: '民警发现' },
  channelShort: { PHONE_110: '110', PHONE_96110: '96110', SMS: '短信', WEB_FORM: '网上', PARTNER: '联动', OFFICER: '民警' },
  typeGroup: { CRIME: '刑事', PUBLIC_ORDER: '治安', TRAFFIC: '交通', FIRE_RESCUE: '火灾救援', MEDICAL: '医疗', HELP: '求助', OTHER: '其他' },
  unitStatus: {
    AVAILABLE: '待命', DISPATCHED: '已派', ACKNOWLEDGED: '已签收', EN_ROUTE: '出警途中', ON_SCENE: '到场', TRANSPORTING: '送医途中', AT_DESTINATION: '已送达',
    CLEARED: '处警完毕', CANCELLED: '已撤回', OUT_OF_SERVICE: '停勤'
  },
  unitStatusLetter: { AVAILABLE: '待', DISPATCHED: '派', ACKNOWLEDGED: '签', EN_ROUTE: '途', ON_SCENE: '到', TRANSPORTING: '送', AT_DESTINATION: '达', CLEARED: '毕', CANCELLED: '撤', OUT_OF_SERVICE: '停' },
  instant: { received: '接报', created: '建单', dispatched: '派发', acknowledged: '签收', departed: '出警', arrived: '到场', fedBack: '反馈', closed: '结案' },
  alertShort: {
    NOT_ACKNOWLEDGED: '未签收', NOT_DEPARTED: '未出警', NOT_ARRIVED: '未到场', NO_CHECK_IN: '未报平安', NO_FEEDBACK: '未反馈', WHISTLE_UNANSWERED: '哨未应答', INSTRUCTION_OVERDUE: '指令逾期', NOT_DISPATCHED: '未派警',
    DISPATCH: '未派警', ACKNOWLEDGE: '未签收', DEPART: '未出警', ARRIVE: '未到场', CHECK_IN: '未报平安', FEEDBACK: '未反馈'
  },
  field: {
    addressText: '地点', place: '地点', typeCode: '类别', priority: '等级', narrative: '简要情况', answers: '询问记录', state: '状态', status: '状态', agency: '单位', calls: '报警数', units: '警力', disposition: '处置结果',
    callbackNumber: '来电号码', signInName: '登录名', password: '密码', displayName: '姓名', code: '代码', reason: '理由', text: '内容', version: '版本', occurredAt: '发生时间', file: '文件', kind: '种类'
  },
  role: {
    'call-taker': '接警员', dispatcher: '指挥调度员', 'duty-commander': '值班指挥长', 'station-officer': '派出所民警', supervisor: '督导', auditor: '审计员',
    'system-administrator': '系统管理员', 'security-administrator': '安全管理员', 'audit-administrator': '审计管理员'
  },
  problem: {
    NETWORK: '连不上服务器', UNAVAILABLE: '服务器暂时不可用', SERVER_FAILED: '服务器出错了', REFUSED: '请求被拒绝', CLIENT_FAILED: '页面出错了', UNAUTHENTICATED: '未登录或登录已过期',
    FORBIDDEN: '没有这项权限', NOT_FOUND: '没有找到', TOO_LARGE: '内容过大', SCREEN_LOCKED: '屏幕已锁定', STALE: '已被他人修改'
  },
  problemMend: {
    NETWORK: '所填内容已保存在本机。请检查网线或网络，恢复后重试；不会重复提交。', UNAVAILABLE: '稍候重试；不会重复提交。', SERVER_FAILED: '请重试；若仍出错，把下面的代码告诉系统管理员。',
    CLIENT_FAILED: '请重新载入页面；已保存的内容不会丢失。', REFUSED: '请核对所填内容。', STALE: '请看清变化后再决定。', FORBIDDEN: '请联系本单位管理员。'
  }
}

const en: typeof zh = {
  shell: {
    brand: 'Tocsin', rooms: 'Rooms', board: 'Board', admin: 'Administration', queue: 'Waiting', side: 'Units',
    drill: 'DRILL · {name}', drillShort: 'DRILL', drillWhole: 'This installation is in exercise mode: every incident is a drill.',
    clockStands: 'clock stands', clockTitle: 'Clock of this installation, zone {zone}', theme: 'Dark or light', help: 'Keys', lock: 'Lock the screen (Alt L)', lockShort: 'Lock', signOut: 'Sign out',
    notFound: 'There is no such page', notFoundMend: 'The address may be wrong, or the page has moved. Go back to the board.'
  },
  connection: {
    live: 'Live', age: '{seconds} s ago', connecting: 'Connecting', stale: 'No news since {since}',
    band: 'The board has stood still for {silent}.', bandHint: 'What you see may no longer be true. Reconnecting by itself; everything missed will be made up. Confirm urgent things by radio or phone.'
  },
  signIn: {
    title: 'Sign in', with: 'Sign in with {name}', name: 'Sign-in name', password: 'Password', act: 'Sign in', code: 'One-time code', codeHint: '6 digits', withCode: 'Verify and sign in',
    demo: 'Demonstration accounts', demoHint: 'One click signs in. For demonstrations only.',
    passwordWhy: 'This password was given to you or has run out. Choose your own before you start.', passwordOld: 'Present password', passwordNew: 'New password', passwordAct: 'Change the password',
    enrolWhy: 'Your role needs a second factor. Pair an authenticator app first.', enrolPicture: 'Pairing code', enrolScan: 'Scan the code on the left with an authenticator app.',
    enrolType: 'If you cannot scan, type this key:', enrolCode: 'Type the 6 digits that the app shows.', enrolAct: 'Pair and sign in'
  },
  setup: {
    title: 'First set-up', why: 'This installation is blank. Name the topmost agency and its first administrator, who then adds agencies and officers below.',
    agency: 'Name of the agency', agencyHint: 'e.g. Riverside Police Department', displayName: 'Administrator’s name', passwordHint: 'At least 12 characters', again: 'Password once more', differ: 'The two do not match', act: 'Create agency and administrator'
  },
  interruption: {
    expired: 'Your session has ended', expiredHint: 'What you typed is still here. Sign in again and go on where you were.', locked: 'The screen is locked', lockedHint: '{name}, type your password to unlock. What you typed is still here.',
    unlock: 'Unlock', other: 'Someone else signs in (unsaved work is dropped)'
  },
  ui: {
    dismiss: 'Dismiss', reload: 'Load the page again', again: 'Try again', back: 'Back', save: 'Save', edit: 'Change', more: 'Show more', search: 'Search', reason: 'Reason', choose: 'Choose',
    comma: ', ', noMatch: 'Nothing matches', loading: 'Loading…', agency: 'Agency', allAgencies: 'All agencies'
  },
  keys: {
    title: 'Keys', everywhere: 'Everywhere', boardGroup: 'Board', incident: 'Incident', callForm: 'Call form',
    help: 'Keys', board: 'To the board', lock: 'Lock the screen', back: 'Back to the board', command: 'Find', newCall: 'New call', answerNext: 'Answer the next call', move: 'Move', open: 'Open', up: 'Previous', down: 'Next',
    accept: 'Create the incident', join: 'Join the first likely incident'
  },
  command: { label: 'Find', placeholder: 'Find an incident number, a call sign, an address' },
  incident: { type: 'Type', typePlaceholder: 'Code, word or pinyin initials', priority: 'Priority' },
  place: {
    label: 'Location', placeholder: 'Street and number, crossing, landmark or coordinates', hint: 'Matches as you type; coordinates too, as 37.77, -122.42', notFound: 'Not located: kept as words', noPrecinct: 'In no precinct', none: 'Location unknown'
  },
  placeKind: { BLOCK: 'Block', ADDRESS: 'Address', INTERSECTION: 'Crossing', STREET: 'Street', LANDMARK: 'Landmark', POINT: 'Point' },
  priority: { label: 'Priority {level}', '1': '1 · Life in danger', '2': '2 · Urgent', '3': '3 · Soon', '4': '4 · When free' },
  incidentState: { CREATED: 'Waiting', DISPATCHED: 'Dispatched', ON_SCENE: 'On scene', FED_BACK: 'Fed back', CLOSED: 'Closed', MERGED: 'Merged' },
  callState: { RINGING: 'Ringing', TAKING: 'Being taken', ACCEPTED: 'Accepted', NUISANCE: 'Nuisance', ABANDONED: 'Abandoned' },
  channel: { PHONE_110: '110 call', PHONE_96110: '96110 call', SMS: 'Text message', WEB_FORM: 'Web form', PARTNER: 'Partner', OFFICER: 'Officer' },
  channelShort: { PHONE_110: '110', PHONE_96110: '96110', SMS: 'SMS', WEB_FORM: 'Web', PARTNER: 'Partner', OFFICER: 'Officer' },
  typeGroup: { CRIME: 'Crime', PUBLIC_ORDER: 'Public order', TRAFFIC: 'Traffic', FIRE_RESCUE: 'Fire and rescue', MEDICAL: 'Medical', HELP: 'Help', OTHER: 'Other' },
  unitStatus: {
    AVAILABLE: 'Available', DISPATCHED: 'Dispatched', ACKNOWLEDGED: 'Acknowledged', EN_ROUTE: 'En route', ON_SCENE: 'On scene', TRANSPORTING: 'Transporting', AT_DESTINATION: 'At destination',
    CLEARED: 'Cleared', CANCELLED: 'Cancelled', OUT_OF_SERVICE: 'Out of service'
  },
  unitStatusLetter: { AVAILABLE: 'AV', DISPATCHED: 'DP', ACKNOWLEDGED: 'AK', EN_ROUTE: 'ER', ON_SCENE: 'OS', TRANSPORTING: 'TR', AT_DESTINATION: 'AD', CLEARED: 'CL', CANCELLED: 'CN', OUT_OF_SERVICE: 'OO' },
  instant: { received: 'Received', created: 'Created', dispatched: 'Dispatched', acknowledged: 'Acknowl.', departed: 'Departed', arrived: 'Arrived', fedBack: 'Fed back', closed: 'Closed' },
  alertShort: {
    NOT_ACKNOWLEDGED: 'Not acknowledged', NOT_DEPARTED: 'Not departed', NOT_ARRIVED: 'Not arrived', NO_CHECK_IN: 'No check-in', NO_FEEDBACK: 'No feedback', WHISTLE_UNANSWERED: 'Whistle unanswered', INSTRUCTION_OVERDUE: 'Instruction overdue', NOT_DISPATCHED: 'Not dispatched',
    DISPATCH: 'Not dispatched', ACKNOWLEDGE: 'Not acknowledged', DEPART: 'Not departed', ARRIVE: 'Not arrived', CHECK_IN: 'No check-in', FEEDBACK: 'No feedback'
  },
  field: {
    addressText: 'Location', place: 'Location', typeCode: 'Type', priority: 'Priority', narrative: 'What happened', answers: 'Answers', state: 'State', status: 'Status', agency: 'Agency', calls: 'Calls', units: 'Units', disposition: 'Disposition',
    callbackNumber: 'Caller’s number', signInName: 'Sign-in name', password: 'Password', displayName: 'Name', code: 'Code', reason: 'Reason', text: 'Text', version: 'Version', occurredAt: 'Time it happened', file: 'File', kind: 'Kind'
  },
  role: {
    'call-taker': 'Call-taker', dispatcher: 'Dispatcher', 'duty-commander': 'Duty commander', 'station-officer': 'Station officer', supervisor: 'Supervisor', auditor: 'Auditor',
    'system-administrator': 'System administrator', 'security-administrator': 'Security administrator', 'audit-administrator': 'Audit administrator'
  },
  problem: {
    NETWORK: 'The server cannot be reached', UNAVAILABLE: 'The server is not available just now', SERVER_FAILED: 'The server failed', REFUSED: 'The request was refused', CLIENT_FAILED: 'This page failed', UNAUTHENTICATED: 'Not signed in, or the session has ended',
    FORBIDDEN: 'Not permitted', NOT_FOUND: 'Not found', TOO_LARGE: 'Too large', SCREEN_LOCKED: 'The screen is locked', STALE: 'Someone else changed this'
  },
  problemMend: {
    NETWORK: 'What you typed is kept on this computer. Check the cable or the network, then try again; nothing is sent twice.', UNAVAILABLE: 'Wait a moment and try again; nothing is sent twice.', SERVER_FAILED: 'Try again; if it fails again, tell the system administrator the code below.',
    CLIENT_FAILED: 'Load the page again; what was saved is not lost.', REFUSED: 'Check what you filled in.', STALE: 'Look at what changed, then decide.', FORBIDDEN: 'Ask your administrator.'
  }
}

export default { 'zh-CN': zh, en } satisfies Bilingual
