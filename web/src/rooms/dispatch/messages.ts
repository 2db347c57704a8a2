import type { Bilingual } from '@/shared/i18n/i18n'

const zh = {
  dispatch: {
    units: '警力', show: { all: '全部', free: '待命', busy: '处警中', out: '停勤' }, findUnit: '呼号、单位、类型', noUnits: '还没有警力单元。在“管理 · 警力”中建立。', noUnitMatches: '没有符合筛选的警力。', positionOld: '定位已 {age} 未更新',
    onIt: '处警警力', nobody: '尚未派警。', recommended: '建议警力', minutes: '分', estimated: '按直线距离估算', divert: '自 {number} 改派', missing: '缺 {count}', already: '已有 {count}', noCandidates: '辖区内没有可派警力。可请求增援或吹哨。',
    send: '派警 {count} 个单位', sendNone: '请选择警力', sent: '已向 {number} 派警 {count} 个单位', all: '显示全部 {count}', fewer: '只看前列', chooseKey: '选择警力', sendKey: '派出所选警力', stepKey: '1–9：该警力下一步',
    whyDivert: '{units} 将从原警情改派，请说明理由', whyOther: '未按建议派警（{units}），请说明理由', sendAllTheSame: '仍然派 {units}', chooseOther: '另选警力',
    step: { ACKNOWLEDGED: '签收', EN_ROUTE: '出警', ON_SCENE: '到场', TRANSPORTING: '送医', AT_DESTINATION: '送达', CLEARED: '处警完毕', DISPATCHED: '派发', CANCELLED: '撤回' },
    checkIn: '报平安', checkInTitle: '现场民警平安，重新计时', feedback: '反馈', feedbackText: '处警情况', lateShort: '补录', lateTitle: '补录此前发生的环节', cancel: '撤回',
    feedbackOf: '{unit} 处警反馈', feedbackWhat: '单位到现场后看到和做了什么。', feedbackAct: '记录反馈',
    lateOf: '{unit} 补录环节时间', lateWhat: '发生时间和补录时间都会保留，并注明补录。', lateAct: '补录', whichStep: '环节', happenedAt: '发生时间',
    cancelOf: '撤回 {unit}', cancelWhat: '该单位不再前往，恢复待命；记录保留。', cancelAct: '撤回 {unit}',
    alertsMenu: '超时', alertsTitle: '超时提醒', overdueFor: '已超时', what: '事项', about: '对象', level: '层级', nextUp: '上报时间', noAlerts: '没有超时事项。', overdue: '逾期',
    instructionsMenu: '指令', instructionsTitle: '指令', inbox: '收到的', outbox: '发出的', newInstruction: '下达指令', toWhom: '下达给', instructionText: '指令内容', dueInMinutes: '限时（分钟）', feedbackRequired: '须反馈结果', sendInstruction: '下达给 {count} 个单位',
    noInstructions: { in: '没有收到的指令。', out: '没有发出的指令。' }, doneInstructions: '已完成', rollUp: '下达 {addressed} · 签收 {received} · 完成 {completed} · 逾期 {overdue}', overdueBy: '逾期 {time}', dueIn: '剩余 {time}',
    receivedAt: '{time} 签收 {by}', notReceived: '未签收', completedAt: '{time} 完成', notCompleted: '未完成', receive: '签收', complete: '反馈并完成', resultHint: '办理结果',
    whistlesMenu: '吹哨', whistlesTitle: '吹哨报到', blow: '吹哨', blowAct: '吹哨请求支援', asks: '请求单位', asked: '应答单位', specialty: '所需专业', whistleText: '现场情况与需求', answer: '应答', acceptWhistle: '应哨', declineWhistle: '不能支援', noWhistles: '没有吹哨。', whistleState: { OPEN: '待应答', ACCEPTED: '已应哨', DECLINED: '未能支援' },
    unitsMenu: '警力', unitsTitle: '警力单元', callSign: '呼号', unitType: '类型', crew: '组员', crewHint: '组员（用顿号分隔）', position: '最近定位', newUnit: '新建警力单元', editUnit: '修改警力单元', inService: '恢复执勤', outOfService: '停勤', outOfServiceOf: '{unit} 停勤'
  },
  assignmentStep: { ACKNOWLEDGED: '签收', DEPARTED: '出警', ARRIVED: '到场', TRANSPORT: '送医', DESTINATION: '送达', FED_BACK: '反馈', CLEARED: '完毕' },
  unitType: {
    PATROL: '巡逻车', TRAFFIC: '交警', 'STATION-TEAM': '派出所警组', SPECIAL: '特警', CRIMINAL: '刑侦', ENGINE: '消防水车', TRUCK: '云梯车', MEDIC: '急救车', 'PRIVATE-AMBULANCE': '社会救护车',
    CHIEF: '指挥车', 'RESCUE-CAPTAIN': '救护指挥', 'RESCUE-SQUAD': '抢险救援', SUPPORT: '保障车', INVESTIGATION: '火调', AIRPORT: '机场消防'
  }
}

const en: typeof zh = {
  dispatch: {
    units: 'Units', show: { all: 'All', free: 'Free', busy: 'Busy', out: 'Out' }, findUnit: 'Call sign, agency, type', noUnits: 'No units yet. Add them under Administration, Units.', noUnitMatches: 'No unit matches the filter.', positionOld: 'Position not renewed for {age}',
    onIt: 'Units on it', nobody: 'Nobody has been sent yet.', recommended: 'Recommended', minutes: 'min', estimated: 'Estimated by straight line', divert: 'from {number}', missing: '{count} missing', already: '{count} on it', noCandidates: 'No unit can be sent. Ask for backup or blow the whistle.',
    send: 'Dispatch {count} units', sendNone: 'Choose units', sent: '{count} units dispatched to {number}', all: 'Show all {count}', fewer: 'Fewer', chooseKey: 'Choose units', sendKey: 'Dispatch the chosen', stepKey: '1–9: next step of that unit',
    whyDivert: '{units} will be taken from another incident: why?', whyOther: 'Not as recommended ({units}): why?', sendAllTheSame: 'Send {units} all the same', chooseOther: 'Choose others',
    step: { ACKNOWLEDGED: 'Acknowledged', EN_ROUTE: 'Departed', ON_SCENE: 'Arrived', TRANSPORTING: 'Transporting', AT_DESTINATION: 'Delivered', CLEARED: 'Cleared', DISPATCHED: 'Dispatched', CANCELLED: 'Cancelled' },
    checkIn: 'Check-in', checkInTitle: 'The crew on scene is well; the timer starts again', feedback: 'Feedback', feedbackText: 'What was found and done', lateShort: 'Late entry', lateTitle: 'Enter a step that happened earlier', cancel: 'Call off',
    feedbackOf: 'Feedback of {unit}', feedbackWhat: 'What the unit found and did.', feedbackAct: 'Record the feedback',
    lateOf: 'Late entry for {unit}', lateWhat: 'Both times are kept, and it is marked as entered late.', lateAct: 'Enter', whichStep: 'Step', happenedAt: 'Time it happened',
    cancelOf: 'Call off {unit}', cancelWhat: 'The unit no longer goes and is free again; the record stays.', cancelAct: 'Call off {unit}',
    alertsMenu: 'Overdue', alertsTitle: 'Overdue steps', overdueFor: 'Overdue for', what: 'What', about: 'About', level: 'Level', nextUp: 'Goes up at', noAlerts: 'Nothing is overdue.', overdue: 'Overdue',
    instructionsMenu: 'Instructions', instructionsTitle: 'Instructions', inbox: 'Received', outbox: 'Sent', newInstruction: 'New instruction', toWhom: 'To', instructionText: 'What is to be done', dueInMinutes: 'Due in (minutes)', feedbackRequired: 'Result required', sendInstruction: 'Send to {count} agencies',
    noInstructions: { in: 'No instructions received.', out: 'No instructions sent.' }, doneInstructions: 'Completed', rollUp: '{addressed} addressed · {received} received · {completed} completed · {overdue} overdue', overdueBy: 'overdue by {time}', dueIn: '{time} left',
    receivedAt: 'Received {time} {by}', notReceived: 'Not received', completedAt: 'Completed {time}', notCompleted: 'Not completed', receive: 'Confirm receipt', complete: 'Report and complete', resultHint: 'Result',
    whistlesMenu: 'Whistles', whistlesTitle: 'Station whistles', blow: 'Blow the whistle', blowAct: 'Ask for the specialist', asks: 'Asks', asked: 'Asked', specialty: 'Specialty', whistleText: 'Situation and need', answer: 'Answer', acceptWhistle: 'Accept', declineWhistle: 'Cannot help', noWhistles: 'No whistles.', whistleState: { OPEN: 'Waiting', ACCEPTED: 'Accepted', DECLINED: 'Declined' },
    unitsMenu: 'Units', unitsTitle: 'Units', callSign: 'Call sign', unitType: 'Type', crew: 'Crew', crewHint: 'Crew (separated by commas)', position: 'Last position', newUnit: 'New unit', editUnit: 'Change unit', inService: 'Back in service', outOfService: 'Out of service', outOfServiceOf: 'Take {unit} out of service'
  },
  assignmentStep: { ACKNOWLEDGED: 'Acknowledged', DEPARTED: 'Departed', ARRIVED: 'Arrived', TRANSPORT: 'Transport', DESTINATION: 'Destination', FED_BACK: 'Feedback', CLEARED: 'Cleared' },
  unitType: {
    PATROL: 'Patrol', TRAFFIC: 'Traffic police', 'STATION-TEAM': 'Station team', SPECIAL: 'Special police', CRIMINAL: 'Criminal investigation', ENGINE: 'Engine', TRUCK: 'Truck', MEDIC: 'Medic', 'PRIVATE-AMBULANCE': 'Private ambulance',
    CHIEF: 'Chief', 'RESCUE-CAPTAIN': 'Rescue captain', 'RESCUE-SQUAD': 'Rescue squad', SUPPORT: 'Support', INVESTIGATION: 'Fire investigation', AIRPORT: 'Airport fire'
  }
}

export default { 'zh-CN': zh, en } satisfies Bilingual
