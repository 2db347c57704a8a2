import type { Bilingual } from '@/shared/i18n/i18n'

/** Words of the shift hand-over, the unit's page and the wall. */
const zh = {
  watch: {
    title: '交接班', offer: '交班', notes: '交班说明', notesHint: '需要接班人知道的事：进行中的重点警情、道路和设备情况、上级要求', added: '系统将附上此刻的情况：', offerAct: '提交交班', past: '以往交接', noPast: '还没有交接记录。',
    waiting: '{by} 于 {time} 交班，待接班', accept: '接班', withdraw: '撤回', withdrawn: '已撤回', remark: '接班意见（可不填）', remarkOf: '{by}：{remark}', ownHint: '须由另一人接班；也可撤回后重新填写。', offeredToast: '已提交交班', acceptedToast: '已接班', withdrawnToast: '已撤回',
    asOf: '截至 {time}', until: '至 {time}', open: '未结警情', overdue: '超时事项', out: '停勤警力', more: '另有 {count} 件', openThen: '未结 {count}', chip: '待接班'
  },
  unitPage: {
    shift: '班次', until: '至 {time}', since: '自 {time}', service: '执勤', inService: '在勤', noCrew: '未登记组员', day: '今日处警', noDay: '今日没有出警。', incident: '警情', notes: '备注', noteHint: '车辆、装备、人员情况', addNote: '记下',
    trail: '行动轨迹', purpose: '查看目的（必填，将记入审计）', span: '时段', hours: '{count} 小时', look: '查看轨迹', trailHint: '轨迹显示组员到过哪里；仅限工作需要，每次查看都会记录。保留 30 天。', noTrail: '这段时间没有定位。', sketch: '轨迹示意，范围约 {metres} 米，上北'
  },
  wall: {
    open: '未结警情', waiting: '待派', overdue: '超时', units: '警力', unit: { free: '待命', way: '出警', scene: '到场', out: '停勤' }, number: '编号', type: '类别', area: '辖区', state: '状态', sent: '警力', elapsed: '历时', none: '当前没有未结警情', more: '另有 {count} 件未显示', leave: '退出大屏（Esc）', locked: '键盘已锁定，按任意键解锁'
  }
}

const en: typeof zh = {
  watch: {
    title: 'Shift hand-over', offer: 'Hand the watch over', notes: 'Notes', notesHint: 'What the next watch must know: incidents to follow, roads and equipment, orders from above', added: 'Added by itself, as things stand now:', offerAct: 'Hand over', past: 'Earlier hand-overs', noPast: 'No hand-overs yet.',
    waiting: '{by} handed over at {time}; waiting to be taken', accept: 'Take the watch over', withdraw: 'Withdraw', withdrawn: 'withdrawn', remark: 'Remark (optional)', remarkOf: '{by}: {remark}', ownHint: 'Somebody else must take it over; you may withdraw it and write anew.', offeredToast: 'Handed over', acceptedToast: 'The watch is yours', withdrawnToast: 'Withdrawn',
    asOf: 'as of {time}', until: 'until {time}', open: 'Open incidents', overdue: 'Overdue steps', out: 'Units out of service', more: '{count} more', openThen: '{count} open', chip: 'Watch waiting'
  },
  unitPage: {
    shift: 'Shift', until: 'until {time}', since: 'since {time}', service: 'Service', inService: 'in service', noCrew: 'no crew entered', day: 'Today', noDay: 'Not sent anywhere today.', incident: 'Incident', notes: 'Notes', noteHint: 'Vehicle, equipment, crew', addNote: 'Note',
    trail: 'Where it was', purpose: 'What for (needed, goes into the audit log)', span: 'Span', hours: '{count} h', look: 'Show', trailHint: 'This shows where the crew were: for work only, and every look is recorded. Kept for 30 days.', noTrail: 'No positions in this time.', sketch: 'Sketch of the trail, about {metres} m across, north up'
  },
  wall: {
    open: 'Open incidents', waiting: 'Waiting', overdue: 'Overdue', units: 'Units', unit: { free: 'Free', way: 'On the way', scene: 'On scene', out: 'Out' }, number: 'No.', type: 'Type', area: 'Area', state: 'State', sent: 'Units', elapsed: 'Elapsed', none: 'No open incidents', more: '{count} more not shown', leave: 'Leave the wall (Esc)', locked: 'Keyboard locked, press any key to unlock'
  }
}

export default { 'zh-CN': zh, en } satisfies Bilingual
