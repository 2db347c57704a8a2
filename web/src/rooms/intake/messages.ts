import type { Bilingual } from '@/shared/i18n/i18n'

const zh = {
  intake: {
    taking: '正在接警', newCall: '新接警', call: '来电', noCalls: '没有来电。按 n 手工登记一个。', noNumber: '号码未显示', noType: '类别未定', noPlace: '地点未定', ringing: '振铃', mine: '本席',
    takenBy: '{name} 接警中', openIncident: '打开警情', number: '来电号码', numberHint: '回拨号码，可空', caller: '报警人', channel: '渠道', begin: '开始接警',
    narrative: '简要情况', narrativeHint: '发生了什么？现在怎样？', protocol: '询问要点', protocolHint: '一键一答',
    likely: '可能是同一警情', callsSoFar: '已有 {count} 个报警', join: '并入', joined: '已并入警情 {number}', accept: '生成警情', accepted: '已生成警情 {number}',
    missing: '还缺{what}', missingOf: { type: '类别', place: '地点' }, bothChanged: '他人也改了：{fields}。保留了您填的，请核对。',
    nuisance: '不予立警', nuisanceTitle: '来电 {number} 不生成警情', nuisanceWhat: '来电记录会保留，统计中单列。', markNuisance: '记为无效来电', abandon: '对方已挂断'
  },
  saved: { saved: '已保存', saving: '保存中', local: '未连通，存于本机', refused: '未能保存' }
}

const en: typeof zh = {
  intake: {
    taking: 'Calls being taken', newCall: 'New call', call: 'Call', noCalls: 'No calls. Press n to enter one by hand.', noNumber: 'Number withheld', noType: 'No type yet', noPlace: 'No location yet', ringing: 'Ringing', mine: 'you',
    takenBy: 'Taken by {name}', openIncident: 'Open the incident', number: 'Caller’s number', numberHint: 'To call back; may be empty', caller: 'Caller', channel: 'Channel', begin: 'Start taking the call',
    narrative: 'What happened', narrativeHint: 'What happened? How is it now?', protocol: 'Questions', protocolHint: 'one key each',
    likely: 'Perhaps the same incident', callsSoFar: '{count} calls so far', join: 'Join', joined: 'Joined incident {number}', accept: 'Create incident', accepted: 'Incident {number} created',
    missing: 'Still missing: {what}', missingOf: { type: 'type', place: 'location' }, bothChanged: 'Someone else changed this too: {fields}. Yours was kept; please check.',
    nuisance: 'No incident', nuisanceTitle: 'Call {number} makes no incident', nuisanceWhat: 'The call stays on record and is counted apart.', markNuisance: 'Mark as nuisance', abandon: 'Caller hung up'
  },
  saved: { saved: 'Saved', saving: 'Saving', local: 'No connection: kept here', refused: 'Not saved' }
}

export default { 'zh-CN': zh, en } satisfies Bilingual
