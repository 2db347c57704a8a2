import type { Bilingual } from '@/shared/i18n/i18n'

/** Words of the shell, and those that all rooms share: the field's terms from the glossary. */
const zh = {
  shell: {
    brand: '警钟', rooms: '功能', board: '看板', admin: '管理', more: '更多', me: '{name} 的菜单', queue: '待办', side: '警力', map: '地图', work: '当前工作',
    edge: { queue: '调整待办栏宽度', work: '调整工作栏宽度', side: '调整警力栏宽度', under: '调整地图下方高度' },
    drill: '演练 · {name}', drillShort: '演练', drillWhole: '本系统处于演练模式，所有警情均为演练。',
    clockStands: '时钟静止', clockTitle: '系统时间，时区 {zone}', theme: '深色/浅色', help: '快捷键', lockShort: '锁屏', signOut: '退出',
    notFound: '没有这个页面', notFoundMend: '地址可能有误，或页面已移走。请回到看板继续。'
  },
  program: { clock: '系统计时', 'exercise driver': '演练程序', 'incident-follower': '系统', setup: '首次设置', demonstration: '演示' },
  connection: {
    live: '实时', age: '{seconds} 秒前', connecting: '正在连接', stale: '自 {since} 起无更新',
    seconds: '{seconds} 秒', ageTitle: '{seconds} 秒前收到服务器消息', ageStale: '已 {seconds} 秒没有更新，所见可能已不是现状', title: '停止更新 · 警钟', bandSpoken: '看板已停止更新。',
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
    key: '初始化密钥', keyHint: '启动程序启动时已显示；也在数据目录的 keys/setup.key 中。',
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
    help: '快捷键', board: '回到看板', lock: '锁屏', back: '返回看板', command: '命令行', newCall: '新接警', answerNext: '接听下一个', move: '移动', open: '打开', up: '上一条', down: '下一条',
    accept: '生成警情', join: '并入第一条疑似警情'
  },
  command: {
    label: '命令行', placeholder: '查找编号、呼号、地址；或输入命令，如 d 23 巡01。输入 ? 看全部命令', offers: '可选内容', title: '命令行', titleHint: '按 / 输入；编号只需后几位，“.” 指当前打开的警情，“;” 之后写理由', minutes: '{minutes} 分', noteNeeded: '须写说明', withText: '“{text}”',
    verb: {
      dispatch: '派警', divert: '改派', close: '结警', merge: '合并警情', handover: '移交', acknowledged: '签收', enRoute: '出警', onScene: '到场', transporting: '送医', atDestination: '送达', cleared: '处警完毕（cl 加呼号亦可）', feedback: '处警反馈', checkIn: '报平安', callOff: '撤回警力'
    },
    example: {
      dispatch: 'd 23 巡01 巡04', divert: 'dv 巡01 24 就近', close: 'cl 23 HANDLED', merge: 'mg 23 21 同一火情', handover: 'ho 23 QL-GC-01 属其辖区', acknowledged: 'ak 巡01', enRoute: 'en 巡01', onScene: 'os 巡01', transporting: 'tr 医03', atDestination: 'ad 医03', cleared: 'av 巡01', feedback: 'fb 巡01 已调解', checkIn: 'ci 巡01', callOff: 'co 巡01 已无需要'
    },
    need: {
      incident: '请输入警情编号的后几位', into: '请输入并入（改派到）的警情编号', units: '请输入呼号，可多个，用空格分开', unitTask: '请输入正在处警的呼号', taskIncident: '该单位在多起警情上，请再输入警情编号', disposition: '请输入处置结果代码', agency: '请输入接收单位代码或名称', reason: '请写明理由', feedback: '请写处警情况', note: '此处置结果须写说明'
    },
    preview: {
      help: '查看全部快捷键和命令', newCall: '登记新的来电', dispatch: '派警 {count} 个单位（{units}）→ {number} {place}', divert: '{unit} 撤出 {from}，改派 → {into} {intoPlace}', close: '结警 {number} {place}：{disposition}', merge: '{number} {place} 并入 → {into} {intoPlace}', handover: '{number} {place} 移交 → {agency}',
      acknowledged: '{unit} 签收（{from}）', enRoute: '{unit} 出警（{from}）', onScene: '{unit} 到场（{from}）', transporting: '{unit} 送医（{from}）', atDestination: '{unit} 送达（{from}）', cleared: '{unit} 处警完毕（{from}）', feedback: '{unit} 处警反馈（{from}）', checkIn: '{unit} 报平安（{from}）', callOff: '撤回 {unit}（{from}）'
    },
    done: {
      dispatch: '已派警 {count} 个单位（{units}）→ {number}', divert: '{unit} 已改派 → {number}', close: '{number} 已结警（{code}）', merge: '{number} 已并入 {into}', handover: '已向 {agency} 提出移交 {number}',
      acknowledged: '{unit} 已签收（{number}）', enRoute: '{unit} 已出警（{number}）', onScene: '{unit} 已到场（{number}）', transporting: '{unit} 送医途中（{number}）', atDestination: '{unit} 已送达（{number}）', cleared: '{unit} 处警完毕（{number}）', feedback: '已记录 {unit} 的反馈（{number}）', checkIn: '{unit} 已报平安（{number}）', callOff: '已撤回 {unit}（{number}）'
    },
    trouble: {
      notPermitted: '您没有这项权限。', noIncident: '没有编号为“{word}”的未结警情。', severalIncident: '“{word}”对应几起警情：{list}。', noUnit: '没有呼号“{word}”。', severalUnit: '“{word}”对应几个单位：{list}。', noAgency: '没有单位“{word}”。', severalAgency: '“{word}”对应几个单位：{list}。', noDisposition: '没有处置结果“{word}”。', severalDisposition: '“{word}”对应几种结果：{list}。',
      unitIdle: '{unit} 不在任何警情上。', notOnIncident: '{unit} 不在 {number} 上。', whichIncident: '{unit} 同时在 {list}。', severalTasks: '{unit} 同时在 {list}。', twice: '{unit} 写了两次。', surplus: '多了“{word}”。', sameIncident: '不能把 {number} 并入自身。', alreadyTheirs: '{number} 已由 {agency} 负责。', alreadyOn: '{unit} 已在 {number} 上。', unitOut: '{unit} 停勤：{reason}。', unitBusy: '{unit} 正在处警 {number}。', stillOn: '仍有警力未完毕：{units}。'
    },
    mend: {
      notPermitted: '请由有权限的席位操作。', noIncident: '看左侧待办中的编号，或按 Tab 从列表中选。', severalIncident: '请多输入几位。', noUnit: '可输入拼音首字母（巡04 = x04），或按 Tab 从列表中选。', severalUnit: '请输入完整呼号。', noAgency: '可用代码、名称或拼音首字母；按 Tab 从列表中选。', severalAgency: '请输入完整代码。', noDisposition: '可用代码或拼音首字母；按 Tab 从列表中选。', severalDisposition: '请输入完整代码。',
      unitIdle: '要派它请用 d；停勤、复勤在警力页。', notOnIncident: '请核对编号。', whichIncident: '请在后面加警情编号。', severalTasks: '请先用 co 撤回其一，或在警情页改派。', twice: '删去一个。', surplus: '此命令后面不再写内容。', sameIncident: '请输入另一起警情的编号。', alreadyTheirs: '请输入另一单位。', alreadyOn: '删去它，或用 os、av 等报告状态。', unitOut: '复勤后才能派。', unitBusy: '仍要派用 d!；改派用 dv。', stillOn: '可先用 av 报完毕。'
    }
  },
  sound: { key: '声音：静音 10 分钟', on: '超时、来电、停止更新时有声音提示。点击静音 10 分钟（Alt S）', asleep: '浏览器要求先点一下页面才能发声', muted: '静音还剩 {left}，到时自动恢复。点击恢复（Alt S）' },
  tour: {
    title: '两分钟导览', next: '下一步', back: '上一步', end: '不看了', finish: '开始使用', again: '再看一遍导览',
    welcome: { head: '这是一座活着的城市', text: '青澜市的警情、警力和报警人都是模拟的，正在发生。几步看完一次接处警；随时可以关掉，在右上角菜单里可以再看。' },
    queue: { head: '左边：等着人处理的', text: '上面是正在接的电话，下面是未结警情，按等级和时间排。红字是超时，会有声音提醒；右上喇叭可静音十分钟。' },
    map: { head: '中间：地图', text: '路、辖区、警情和每一辆警车的位置。放大可见呼号；Alt M 跳到地图，方向键和 + − 移动缩放。' },
    open: { head: '打开一起警情', text: '用 j、k 上下选，回车打开；鼠标点击也一样。', try: '现在打开左边任意一起警情。' },
    incident: { head: '右边：一起警情的全部', text: '编号、地点、已过多久最大。下面是每个环节的时间、已派警力和完整的时间线；谁在别处改了什么，一秒内出现在这里。' },
    dispatch: { head: '派警', text: '建议警力已按路上时间排好并勾选，写明理由。按 d 选择，回车派出；按钮写着会发生什么。' },
    command: { head: '一行命令做完一切', text: '按 / ，输入 d 23 巡01 派警，os 巡01 报到场，cl 23 结警；按回车之前先告诉您会发生什么。输入 ? 看全部命令。' },
    call: { head: '接一个电话', text: '按 n 登记来电，a 接听振铃。边输入地点边定位、显示辖区、提示可能重复的警情；询问要点一键一答。' },
    live: { head: '看板不会悄悄停住', text: '这里和每一栏都写着数据有多新。断线五秒内全板变灰并报警，恢复后自动补齐。祝值班平安。' }
  },
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
    chief: '局领导', 'legal-reviewer': '法制审核民警', 'traffic-officer': '交通民警', 'property-keeper': '涉案财物管理员',
    'complaint-officer': '信访民警', 'window-clerk': '窗口民警', auxiliary: '辅警', 'fund-manager': '救助基金管理员',
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
    brand: 'Tocsin', rooms: 'Rooms', board: 'Board', admin: 'Administration', more: 'More', me: 'Menu of {name}', queue: 'Waiting', side: 'Units', map: 'Map', work: 'Open work',
    edge: { queue: 'Width of the queue', work: 'Width of the open work', side: 'Width of the units', under: 'Height below the map' },
    drill: 'DRILL · {name}', drillShort: 'DRILL', drillWhole: 'This installation is in exercise mode: every incident is a drill.',
    clockStands: 'clock stands', clockTitle: 'Clock of this installation, zone {zone}', theme: 'Dark or light', help: 'Keys', lockShort: 'Lock', signOut: 'Sign out',
    notFound: 'There is no such page', notFoundMend: 'The address may be wrong, or the page has moved. Go back to the board.'
  },
  program: { clock: 'clock', 'exercise driver': 'exercise program', 'incident-follower': 'system', setup: 'set-up', demonstration: 'demonstration' },
  connection: {
    live: 'Live', age: '{seconds} s ago', connecting: 'Connecting', stale: 'No news since {since}',
    seconds: '{seconds} s', ageTitle: 'Heard from the server {seconds} s ago', ageStale: 'No news for {seconds} s: what you see may no longer be true', title: 'Standing still · Tocsin', bandSpoken: 'The board stands still.',
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
    key: 'Set-up key', keyHint: 'The launcher printed it; it also stands in keys/setup.key of the data folder.',
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
    help: 'Keys', board: 'To the board', lock: 'Lock the screen', back: 'Back to the board', command: 'Command line', newCall: 'New call', answerNext: 'Answer the next call', move: 'Move', open: 'Open', up: 'Previous', down: 'Next',
    accept: 'Create the incident', join: 'Join the first likely incident'
  },
  command: {
    label: 'Command line', placeholder: 'Find a number, call sign, address; or a command, as d 23 e07. Type ? for all commands', offers: 'What may follow', title: 'Command line', titleHint: 'press / to type; the end of a number will do, “.” is the open incident, after “;” comes the reason', minutes: '{minutes} min', noteNeeded: 'needs a remark', withText: '“{text}”',
    verb: {
      dispatch: 'Dispatch', divert: 'Divert', close: 'Close', merge: 'Merge', handover: 'Hand over', acknowledged: 'Acknowledged', enRoute: 'En route', onScene: 'On scene', transporting: 'Transporting', atDestination: 'At destination', cleared: 'Cleared, available (cl with a call sign too)', feedback: 'Feedback', checkIn: 'Check-in', callOff: 'Call off'
    },
    example: {
      dispatch: 'd 23 e07 e12', divert: 'dv e07 24 nearer', close: 'cl 23 HANDLED', merge: 'mg 23 21 same fire', handover: 'ho 23 QL-GC-01 their area', acknowledged: 'ak e07', enRoute: 'en e07', onScene: 'os e07', transporting: 'tr m03', atDestination: 'ad m03', cleared: 'av e07', feedback: 'fb e07 settled', checkIn: 'ci e07', callOff: 'co e07 not needed'
    },
    need: {
      incident: 'Type the end of the incident’s number', into: 'Type the number of the incident that takes it up', units: 'Type call signs, with spaces between', unitTask: 'Type the call sign of a unit that is on an incident', taskIncident: 'The unit is on several incidents: add the number', disposition: 'Type the code of the disposition', agency: 'Type the code or name of the agency', reason: 'Say why', feedback: 'Say what was found and done', note: 'This disposition needs a remark'
    },
    preview: {
      help: 'Show all keys and commands', newCall: 'Take a new call', dispatch: 'Dispatch {count} ({units}) → {number} {place}', divert: '{unit} leaves {from} → {into} {intoPlace}', close: 'Close {number} {place}: {disposition}', merge: 'Merge {number} {place} → {into} {intoPlace}', handover: 'Offer {number} {place} → {agency}',
      acknowledged: '{unit} acknowledged ({from})', enRoute: '{unit} en route ({from})', onScene: '{unit} on scene ({from})', transporting: '{unit} transporting ({from})', atDestination: '{unit} at destination ({from})', cleared: '{unit} cleared ({from})', feedback: 'Feedback of {unit} ({from})', checkIn: '{unit} checks in ({from})', callOff: 'Call off {unit} ({from})'
    },
    done: {
      dispatch: 'Dispatched {count} ({units}) → {number}', divert: '{unit} diverted → {number}', close: '{number} closed ({code})', merge: '{number} merged into {into}', handover: '{number} offered to {agency}',
      acknowledged: '{unit} acknowledged ({number})', enRoute: '{unit} en route ({number})', onScene: '{unit} on scene ({number})', transporting: '{unit} transporting ({number})', atDestination: '{unit} at destination ({number})', cleared: '{unit} cleared ({number})', feedback: 'Feedback of {unit} recorded ({number})', checkIn: '{unit} checked in ({number})', callOff: '{unit} called off ({number})'
    },
    trouble: {
      notPermitted: 'You may not do this.', noIncident: 'No open incident is numbered “{word}”.', severalIncident: '“{word}” may be several: {list}.', noUnit: 'No unit is called “{word}”.', severalUnit: '“{word}” may be several units: {list}.', noAgency: 'No agency is called “{word}”.', severalAgency: '“{word}” may be several agencies: {list}.', noDisposition: 'No disposition is called “{word}”.', severalDisposition: '“{word}” may be several: {list}.',
      unitIdle: '{unit} is on no incident.', notOnIncident: '{unit} is not on {number}.', whichIncident: '{unit} is on {list}.', severalTasks: '{unit} is on {list}.', twice: '{unit} stands there twice.', surplus: '“{word}” is too much.', sameIncident: '{number} cannot be merged into itself.', alreadyTheirs: '{number} already belongs to {agency}.', alreadyOn: '{unit} is already on {number}.', unitOut: '{unit} is out of service: {reason}.', unitBusy: '{unit} is on {number}.', stillOn: 'Units not yet cleared: {units}.'
    },
    mend: {
      notPermitted: 'Ask a seat that may.', noIncident: 'Look at the numbers in the queue, or press Tab to choose.', severalIncident: 'Type more of the number.', noUnit: 'Press Tab to choose from the list.', severalUnit: 'Type the whole call sign.', noAgency: 'By code or name; press Tab to choose.', severalAgency: 'Type the whole code.', noDisposition: 'By code; press Tab to choose.', severalDisposition: 'Type the whole code.',
      unitIdle: 'To send it use d; service is on the units page.', notOnIncident: 'Check the number.', whichIncident: 'Add the number of the incident.', severalTasks: 'Call it off one of them with co, or divert it on the incident’s page.', twice: 'Take one away.', surplus: 'Nothing follows this command.', sameIncident: 'Type another incident.', alreadyTheirs: 'Type another agency.', alreadyOn: 'Take it away, or report with os, av.', unitOut: 'It can be sent when back in service.', unitBusy: 'To send it all the same use d!; to divert it use dv.', stillOn: 'Clear them with av first.'
    }
  },
  sound: { key: 'Sound: mute for 10 minutes', on: 'Sounds for overdue steps, ringing calls and a dead line. Click to mute for 10 minutes (Alt S)', asleep: 'The browser stays silent until the page is touched', muted: 'Muted for another {left}, then on by itself. Click for sound now (Alt S)' },
  tour: {
    title: 'Two-minute tour', next: 'Next', back: 'Back', end: 'No, thank you', finish: 'Start', again: 'The tour once more',
    welcome: { head: 'This city is alive', text: 'The incidents, units and callers of Qinglan are simulated and happen now. A few steps show how a call is answered; close this at any time, and find it again in the menu at the top right.' },
    queue: { head: 'Left: what waits for someone', text: 'Above the calls being taken, below the open incidents by priority and age. Red is overdue and sounds; the loudspeaker at the top mutes for ten minutes.' },
    map: { head: 'Middle: the map', text: 'Roads, precincts, incidents and where every unit is. Zoom in for call signs; Alt M goes to the map, arrows and + − move it.' },
    open: { head: 'Open an incident', text: 'j and k move, Enter opens; a click does the same.', try: 'Open any incident on the left now.' },
    incident: { head: 'Right: all of one incident', text: 'Its number, place and the time gone by are the largest. Below stand every instant, the units sent and the whole timeline; what others change appears within a second.' },
    dispatch: { head: 'Dispatch', text: 'The recommended units are sorted by road time and chosen, with reasons. d goes there, Enter sends; the button says what will happen.' },
    command: { head: 'One line does it all', text: 'Press / and type d 23 e07 to dispatch, os e07 for on scene, cl 23 to close. Before Enter it says what will happen. ? shows all commands.' },
    call: { head: 'Take a call', text: 'n enters a new call, a answers one that rings. While you type it is located, with precinct and likely duplicates; each question costs one key.' },
    live: { head: 'The board never stops in silence', text: 'Here and in every panel stands how old the data is. If the line breaks, all turns grey within five seconds and sounds; then it catches up by itself. A quiet watch to you.' }
  },
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
    chief: 'Chief', 'legal-reviewer': 'Legal reviewer', 'traffic-officer': 'Traffic officer', 'property-keeper': 'Keeper of seized property',
    'complaint-officer': 'Complaint officer', 'window-clerk': 'Counter officer', auxiliary: 'Auxiliary', 'fund-manager': 'Manager of the relief fund',
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
