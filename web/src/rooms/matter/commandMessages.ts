import type { Bilingual } from '@/shared/i18n/i18n'

/** Words of the commander's view, of event files and of the printed incident. */
const zh = {
  commandView: {
    menu: '指挥', title: '指挥态势', way: '所看层级', table: '各级态势', asOf: '统计于 {time}', exact: '逐级相加一致', inexact: '逐级相加不一致', drill: '演练：{name}', other: '另有 {count} 件未计入（演练与真实分开统计）',
    hint: '方向键移动，→ 展开，← 收起，回车查看该单位，退格返回上级。每个单位的数字 = 本级 + 各下级之和。',
    open: '未结', byState: '按状态', byPriority: '按等级', overdue: '超时', today: '今日', received: '接报', closed: '办结', units: '警力', allUnits: '合计', free: '待命', busy: '处警中', out: '停勤',
    own: '本级', fold: '收起', unfold: '展开',
    tile: { open: '未结警情', created: '待派', overdue: '有超时', receivedToday: '今日接报', closedToday: '今日办结', unitsFree: '待命警力', unitsBusy: '处警中警力', unitsOut: '停勤警力' }
  },
  events: {
    title: '活动安保档案', menu: '活动安保', onlyOpen: '未结束', all: '全部', none: '还没有活动安保档案。', fresh: '新建档案', name: '活动名称', organiser: '主办单位', agency: '承办单位', place: '地点', from: '开始', to: '结束', capacity: '核定人数', expected: '预计人数',
    grade: '风险等级', checklist: '检查清单', note: '备注', number: '档案编号', state: '状态', checks: '检查', posts: '岗位', mandatory: '必查', optional: '可选', openMandatory: '{count} 项必查未完成', allDone: '必查项全部完成',
    states: { PLANNING: '筹备', READY: '就绪', RUNNING: '进行中', CLOSED: '已结束', CANCELLED: '已取消' },
    to_READY: '置为就绪', to_PLANNING: '退回筹备', to_RUNNING: '活动开始', to_CLOSED: '结束并写总结', to_CANCELLED: '取消活动',
    report: '总结', reportNeeded: '总结（必填）', cancelWhy: '取消原因（必填）', plan: '改方案', planTitle: '活动方案', save: '保存方案', create: '建立档案',
    tickedBy: '{by} {time} 落实', tick: '已落实', untick: '重新打开', addPost: '加岗位', postName: '岗位', required: '应到', filled: '实到', savePosts: '保存岗位', filledOf: '{filled} / {required} 到位', remove: '移除',
    incidents: '关联警情', noIncidents: '没有关联警情。', link: '关联', linkHint: '警情编号', notFound: '没有这个未结警情：{number}', history: '经过', overCapacity: '预计人数超过核定人数', when: '{from} 至 {to}'
  },
  print: {
    title: '警情处置记录', print: '打印', back: '返回警情', basic: '基本情况', times: '各环节时间', units: '处警警力', timeline: '处置时间线', callers: '报警人', outcome: '处置结果', made: '打印：{name}  {time}（{zone}）', drill: '演练，非真实警情', page: '警钟接处警系统', none: '无', feedback: '反馈', expected: '来电号码已隐去中段 · 仅供公务使用'
  }
}

const en: typeof zh = {
  commandView: {
    menu: 'Command', title: 'Command overview', way: 'Level shown', table: 'Overview by level', asOf: 'counted at {time}', exact: 'Levels add up', inexact: 'Levels do not add up', drill: 'Drill: {name}', other: '{count} more not counted (drills and real work are counted apart)',
    hint: 'Arrows move, → unfolds, ← folds, Enter looks at one agency, Backspace goes up. Every number = own + the sum of those below.',
    open: 'Open', byState: 'By state', byPriority: 'By priority', overdue: 'Overdue', today: 'Today', received: 'Received', closed: 'Closed', units: 'Units', allUnits: 'All', free: 'Free', busy: 'Busy', out: 'Out',
    own: 'Own', fold: 'Fold', unfold: 'Unfold',
    tile: { open: 'Open incidents', created: 'Waiting', overdue: 'With overdue steps', receivedToday: 'Received today', closedToday: 'Closed today', unitsFree: 'Units free', unitsBusy: 'Units busy', unitsOut: 'Units out of service' }
  },
  events: {
    title: 'Event files', menu: 'Events', onlyOpen: 'Not over', all: 'All', none: 'No event files yet.', fresh: 'New file', name: 'Event', organiser: 'Organiser', agency: 'Answers for it', place: 'Place', from: 'Begins', to: 'Ends', capacity: 'Approved capacity', expected: 'Expected',
    grade: 'Risk grade', checklist: 'Checklist', note: 'Remarks', number: 'File', state: 'State', checks: 'Checks', posts: 'Posts', mandatory: 'mandatory', optional: 'optional', openMandatory: '{count} mandatory items open', allDone: 'All mandatory items done',
    states: { PLANNING: 'Planning', READY: 'Ready', RUNNING: 'Running', CLOSED: 'Over', CANCELLED: 'Cancelled' },
    to_READY: 'Set ready', to_PLANNING: 'Back to planning', to_RUNNING: 'Event begins', to_CLOSED: 'End with a report', to_CANCELLED: 'Cancel the event',
    report: 'After-report', reportNeeded: 'After-report (needed)', cancelWhy: 'Why it is cancelled (needed)', plan: 'Change the plan', planTitle: 'Plan of the event', save: 'Save the plan', create: 'Open the file',
    tickedBy: 'done by {by} {time}', tick: 'Done', untick: 'Open again', addPost: 'Add a post', postName: 'Post', required: 'Needed', filled: 'There', savePosts: 'Save the posts', filledOf: '{filled} of {required} there', remove: 'Remove',
    incidents: 'Linked incidents', noIncidents: 'No linked incidents.', link: 'Link', linkHint: 'Incident number', notFound: 'No open incident {number}', history: 'What was done', overCapacity: 'More people expected than approved', when: '{from} to {to}'
  },
  print: {
    title: 'Incident record', print: 'Print', back: 'Back to the incident', basic: 'The incident', times: 'Times', units: 'Units', timeline: 'Timeline', callers: 'Callers', outcome: 'Disposition', made: 'Printed by {name}  {time} ({zone})', drill: 'DRILL, not a real incident', page: 'Tocsin dispatch', none: 'none', feedback: 'Feedback', expected: 'Callers’ numbers are masked · for official use only'
  }
}

export default { 'zh-CN': zh, en } satisfies Bilingual
