import type { Bilingual } from '@/shared/i18n/i18n'

/** Words of duty levels and exercises, and of the pages of command. */
const zh = {
  commandNav: { label: '指挥与勤务', counts: '态势', duty: '勤务等级', handover: '交接班', events: '活动安保', exercises: '演练', wall: '大屏' },
  duty: {
    title: '勤务等级', now: '当前等级', level: '等级', from: '依据', officers: '在岗民警', units: '在岗警力', change: '调整', until: '至 {time}', inherited: '随 {agency}', chipTitle: '{reason}（{by}，至 {until}）', chipBase: '日常勤务',
    onHint: '在岗 / 应到。在岗按正在执行的班次统计，只计人数，不列姓名。', template: '勤务模板 · {level}', where: { TOP: '市级', DIVISION: '分局', STATION: '派出所' }, need: '民警 {officers} 人，警力 {units} 个', patrols: '每班每所巡逻 {count} 轮', every: '每 {minutes} 分钟',
    beats: '巡区建议', days: '近 {count} 天', area: '片区', rounds: '巡逻轮次', beatHint: '按刑事、治安警情的片区数量分配模板规定的巡逻轮次；只用片区数量，不含任何个人信息。', noBeats: '这段时间没有刑事、治安警情。',
    history: '调整记录', startsAt: '开始', untilHead: '截止', setBy: '决定人', ended: '结束', holds: '生效中', noHistory: '还没有调整过勤务等级。', end: { REPLACED: '被替换', EXPIRED: '到期', LIFTED: '提前解除' },
    changeOf: '调整 {agency} 的勤务等级', why: '理由', untilWhen: '截止时间（最长 {hours} 小时）', setWhat: '对本单位及全部下级生效，到时自动恢复；记录决定人和理由。', liftWhat: '立即解除本单位自己的等级；上级设定的等级仍然有效。', set: '启动{level}', lift: '恢复{level}', changed: '{agency} 已调整为{level}'
  },
  drills: {
    title: '演练', name: '演练名称', start: '开始演练', began: '开始', ended: '结束', running: '进行中', end: '结束演练', none: '还没有演练。', seconds: '{count} 秒',
    muster: '集结到位用时', musterSum: '派 {orders} 次，到位 {arrived} 次，中位 {median}，90 分位 {p90}', unit: '警力', incident: '警情', ordered: '派发', acknowledged: '签收', departed: '出警', arrived: '到位', noOrders: '这次演练没有派警。',
    lessons: '问题与整改', noLessons: '还没有记录问题。', lesson: '发现的问题', owner: '责任人', dueOn: '期限', add: '记录', due: '{day} 前', overdue: '已逾期（{day}）', confirm: '确认整改', confirmTitle: '确认整改结果', outcome: '整改结果'
  }
}

const en: typeof zh = {
  commandNav: { label: 'Command and duty', counts: 'Overview', duty: 'Duty level', handover: 'Shift hand-over', events: 'Events', exercises: 'Drills', wall: 'Wall display' },
  duty: {
    title: 'Duty level', now: 'What holds now', level: 'Level', from: 'Because', officers: 'Officers on', units: 'Units on', change: 'Change', until: 'until {time}', inherited: 'as {agency}', chipTitle: '{reason} ({by}, until {until})', chipBase: 'Everyday duty',
    onHint: 'On / needed. Counted from shifts that run now; numbers only, no names.', template: 'Duty template · {level}', where: { TOP: 'Top', DIVISION: 'Division', STATION: 'Station' }, need: '{officers} officers, {units} units', patrols: '{count} rounds of patrol per station and shift', every: 'every {minutes} min',
    beats: 'Beat plan', days: 'last {count} days', area: 'Area', rounds: 'Rounds', beatHint: 'The rounds of the template, dealt by the number of crime and public-order incidents of each area. Area numbers only, nothing about persons.', noBeats: 'No crime or public-order incidents in this time.',
    history: 'Changes', startsAt: 'Began', untilHead: 'Until', setBy: 'Decided by', ended: 'Ended', holds: 'holds', noHistory: 'The duty level was never changed.', end: { REPLACED: 'replaced', EXPIRED: 'expired', LIFTED: 'lifted' },
    changeOf: 'Duty level of {agency}', why: 'Why', untilWhen: 'Until when (at most {hours} hours)', setWhat: 'Holds for this agency and all below it, and ends by itself; who decided and why is kept.', liftWhat: 'Lifts this agency’s own level at once; a level set above still holds.', set: 'Begin {level}', lift: 'Back to {level}', changed: '{agency} is on {level}'
  },
  drills: {
    title: 'Drills', name: 'Name of the drill', start: 'Begin a drill', began: 'Began', ended: 'Ended', running: 'running', end: 'End the drill', none: 'No drills yet.', seconds: '{count} s',
    muster: 'Muster times', musterSum: '{orders} orders, {arrived} arrived, median {median}, p90 {p90}', unit: 'Unit', incident: 'Incident', ordered: 'Ordered', acknowledged: 'Acknowledged', departed: 'Departed', arrived: 'Mustered', noOrders: 'No units were ordered in this drill.',
    lessons: 'Lessons', noLessons: 'No lessons yet.', lesson: 'What was found', owner: 'Owner', dueOn: 'Last day', add: 'Add', due: 'by {day}', overdue: 'overdue ({day})', confirm: 'Confirm', confirmTitle: 'Confirm what was done', outcome: 'What was done'
  }
}

export default { 'zh-CN': zh, en } satisfies Bilingual
