import type { Bilingual } from '@/shared/i18n/i18n'

const zh = {
  matter: {
    open: '未结警情', none: '没有未结警情。', noneMatch: '没有符合筛选的警情。', near: '{place} 附近 800 米内', filter: { all: '全部', waiting: '待派', overdue: '超时' },
    number: '编号', help: '求助', nuisance: '无效警情', handoverShort: '移交中', handoverOffered: '待 {agency} 接收', mergedInto: '已合并到', receivedAt: '{time} 接报',
    instants: '各环节时间', timeline: '时间线', notReported: '未报', late: '补录', lateTitle: '发生于 {occurred}，{entered} 补录', saidWhere: '报警人所述：{words}',
    note: '记录', noteHint: '记一笔', enteredAt: '{time} 补录',
    close: '结警', closeTitle: '结警 {number}', closeNote: '说明', closeNoteNeeded: '说明（此处置结果必填）', closedToast: '警情 {number} 已结', disposition: '处置结果', dispositionHint: '代码、名称或拼音首字母', stillOn: '仍有警力未完毕：{units}',
    classify: '改类别等级', classifyTitle: '更改警情 {number} 的类别或等级',
    place: '改地点', placeTitle: '更正警情 {number} 的地点', separate: '分出', separateTitle: '把这个报警从本警情分出，重新接警', separated: '报警已分出，回到正在接警',
    merge: '合并警情', mergeTitle: '把警情 {number} 并入另一警情', mergeWhat: '所有报警人和记录都会保留，可以撤销。', mergeFind: '编号、地点或类别；不输入则列出疑似相同的', mergeInto: '并入', mergeNone: '没有疑似相同的。输入编号或地点查找。', mergedToast: '警情 {number} 已并入',
    handover: '移交', handoverTitle: '移交警情 {number}', handoverWhat: '对方接收之前仍由本单位负责。', toAgency: '接收单位', handoverToast: '已向 {agency} 提出移交', takeOver: '接收警情', decline: '不接收',
    declineTitle: '不接收警情 {number}', declineWhat: '警情退回移交单位，理由会告知对方。', declineToast: '已退回警情 {number}',
    reopen: '重新打开', reopenTitle: '重新打开警情 {number}', reopenWhat: '原结警记录会保留。', reopenToast: '警情 {number} 已重新打开',
    unmerge: '撤销合并', unmergeTitle: '撤销合并 {number}', unmergeWhat: '原有报警人回到本警情，各自单独统计。', unmergeToast: '警情 {number} 已恢复',
    nuisanceTitle: '把警情 {number} 记为无效警情', nuisanceWhat: '警情将结束，统计中单列。', nuisanceToast: '警情 {number} 已记为无效',
    changedMeanwhile: '其间他人作了如下更改：', againOnNew: '您的操作没有执行。看清后可以在新状态上再做一次。',
    closedMenu: '已结', closedTitle: '已结警情', closedFind: '编号、地点、简要情况', closedNone: '没有相符的警情。', onlyClosed: '已结', allTypes: '全部类别', lasted: '历时'
  }
}

const en: typeof zh = {
  matter: {
    open: 'Incidents', none: 'No open incidents.', noneMatch: 'No incident matches the filter.', near: 'Within 800 m of {place}', filter: { all: 'All', waiting: 'Waiting', overdue: 'Overdue' },
    number: 'Number', help: 'Help', nuisance: 'Nuisance', handoverShort: 'Handing over', handoverOffered: 'Offered to {agency}', mergedInto: 'Merged into', receivedAt: 'received {time}',
    instants: 'Times', timeline: 'Timeline', notReported: 'not reported', late: 'late', lateTitle: 'Happened {occurred}, entered {entered}', saidWhere: 'As the caller said: {words}',
    note: 'Note', noteHint: 'Write a note', enteredAt: 'entered {time}',
    close: 'Close', closeTitle: 'Close incident {number}', closeNote: 'Remark', closeNoteNeeded: 'Remark (needed for this disposition)', closedToast: 'Incident {number} closed', disposition: 'Disposition', dispositionHint: 'Code or word', stillOn: 'Units not yet cleared: {units}',
    classify: 'Type or priority', classifyTitle: 'Change type or priority of {number}',
    place: 'Location', placeTitle: 'Correct the location of {number}', separate: 'Separate', separateTitle: 'Take this call out of the incident; it is taken anew', separated: 'The call is separate again, among the calls being taken',
    merge: 'Merge', mergeTitle: 'Merge incident {number} into another', mergeWhat: 'All callers and records stay; it can be undone.', mergeFind: 'Number, location or type; empty lists the likely ones', mergeInto: 'Into', mergeNone: 'None looks the same. Type a number or a location.', mergedToast: 'Incident {number} merged',
    handover: 'Hand over', handoverTitle: 'Hand over incident {number}', handoverWhat: 'It stays with your agency until the other accepts.', toAgency: 'To', handoverToast: 'Offered to {agency}', takeOver: 'Accept the incident', decline: 'Decline',
    declineTitle: 'Decline incident {number}', declineWhat: 'It goes back to the agency that offered it, with your reason.', declineToast: 'Incident {number} declined',
    reopen: 'Reopen', reopenTitle: 'Reopen incident {number}', reopenWhat: 'The earlier closing stays on record.', reopenToast: 'Incident {number} reopened',
    unmerge: 'Undo merge', unmergeTitle: 'Undo the merge of {number}', unmergeWhat: 'Its own callers come back to it, counted by themselves.', unmergeToast: 'Incident {number} restored',
    nuisanceTitle: 'Mark incident {number} as nuisance', nuisanceWhat: 'It ends, and is counted apart.', nuisanceToast: 'Incident {number} marked as nuisance',
    changedMeanwhile: 'Meanwhile someone else changed:', againOnNew: 'Your act was not carried out. You can repeat it on the new state.',
    closedMenu: 'Closed', closedTitle: 'Closed incidents', closedFind: 'Number, location, what happened', closedNone: 'No incident matches.', onlyClosed: 'Closed', allTypes: 'All types', lasted: 'Lasted'
  }
}

export default { 'zh-CN': zh, en } satisfies Bilingual
