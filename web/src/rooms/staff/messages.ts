import type { Bilingual } from '@/shared/i18n/i18n'

const zh = {
  staff: {
    agenciesMenu: '单位', agenciesTitle: '单位', code: '代码', level: '层级', addBelow: '新建下级', addBelowOf: '在“{agency}”下新建单位', addAgency: '建立单位', nameZh: '中文名称', nameEn: '英文名称',
    officersMenu: '人员', officersTitle: '人员', displayName: '姓名', roles: '角色', active: '在用', inactive: '停用', newOfficer: '新建人员', editOfficer: '修改人员', firstPassword: '初始密码（至少 12 位）', newPassword: '重设密码（不改则留空）', mayActive: '可以登录',
    auditMenu: '审计日志', auditTitle: '审计日志', auditHint: '每一次更改和敏感查阅都在此，不可修改或删除；查阅本页同样会被记录。', seq: '序号', when: '时间', who: '何人', action: '何事', matter: '受理件编号', why: '理由', origin: '来源', detail: '详情'
  }
}

const en: typeof zh = {
  staff: {
    agenciesMenu: 'Agencies', agenciesTitle: 'Agencies', code: 'Code', level: 'Level', addBelow: 'Add below', addBelowOf: 'New agency below {agency}', addAgency: 'Create agency', nameZh: 'Chinese name', nameEn: 'English name',
    officersMenu: 'Officers', officersTitle: 'Officers', displayName: 'Name', roles: 'Roles', active: 'Active', inactive: 'Inactive', newOfficer: 'New officer', editOfficer: 'Change officer', firstPassword: 'First password (at least 12 characters)', newPassword: 'New password (empty keeps the old)', mayActive: 'May sign in',
    auditMenu: 'Audit log', auditTitle: 'Audit log', auditHint: 'Every change and every sensitive reading stands here and can be neither changed nor deleted. Reading this page is written down too.', seq: 'No.', when: 'When', who: 'Who', action: 'What', matter: 'Matter', why: 'Why', origin: 'From', detail: 'Detail'
  }
}

export default { 'zh-CN': zh, en } satisfies Bilingual
