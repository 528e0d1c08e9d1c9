/** The words of the contract. */
export default {
  actor: { system: '系统', device: '设备 {name}' },
  role: { operator: '话务员', 'duty-leader': '值班长', caregiver: '护理员', admin: '管理员' },
  severity: { '1': '紧急', '2': '重要', '3': '一般', '4': '关怀' },
  alarmClass: { LIFE: '生命安全', SAFETY: '居家安全', INACTIVITY: '无活动', CARE: '服务', SOCIAL: '关怀', TECHNICAL: '设备' },
  type: {
    'sos-button': 'SOS 按钮', 'sos-cord': 'SOS 拉绳', 'sos-wristband': 'SOS 手环', 'fall-detected': '跌倒检测',
    'fall-motionless': '跌倒后静止', smoke: '烟雾报警', gas: '燃气报警', 'carbon-monoxide': '一氧化碳报警', 'voice-distress': '电话呼救',
    'wander-exit': '走失外出', 'door-open-long': '门长时间未关', 'water-leak': '漏水', 'intruder-silent': '静默闯入报警',
    'motion-none': '长时间无活动', 'door-none': '长时间未开门', 'bed-not-left': '长时间未起床', 'water-none': '长时间未用水',
    'visit-missed': '探访未完成', 'meal-unanswered': '送餐无人应答', 'medicine-missed': '未按时服药', 'service-key': '服务键',
    chat: '想聊天', question: '咨询', 'mains-failed': '停电', 'mains-restored': '来电', 'battery-low': '电量低', 'battery-missing': '电池缺失',
    'device-fault': '设备故障', tamper: '设备被拆', 'supervision-lost': '设备失联', offline: '设备离线', jamming: '信号干扰', 'path-failed': '通信中断',
    'clock-bad': '设备时钟错误', 'buffer-full': '设备存储已满', 'test-periodic': '定期自检', 'test-press': '按键测试', 'away-on': '外出',
    'away-off': '外出结束', 'home-press': '居家按键', 'help-arrived': '帮助已到', 'help-needed-still': '仍需帮助',
  },
  relation: {
    spouse: '配偶', son: '儿子', daughter: '女儿', grandchild: '孙辈', sibling: '兄弟姐妹', relative: '亲属', neighbour: '邻居', friend: '朋友',
  },
  ageBand: { live: '实时', recent: '稍早', old: '迟到', undatable: '时间不明' },
  why: {
    'not-displayed': '没有坐席显示', 'not-taken': '没有坐席受理', ladder: '到了升级时间', 'nobody-to-ask': '无人可派', 'arrival-late': '响应人没有按时到',
    'nobody-coming': '一直没有人接单', 'ladder-changed': '升级规则已变更',
  },
  field: {
    note: '说明', reason: '理由', text: '记录内容', cause: '原因', action: '处置', result: '通话结果', contact: '联系人', responder: '人员', outcome: '查明是什么',
    login: '账号', password: '密码', current: '当前密码', next: '新密码', step: '步骤', state: '状态', position: '位置', deviceTime: '设备时间',
  },
  gender: { female: '女', male: '男' },
  speech: { zh: '汉语', mn: '蒙古语' },
  need: { oxygen: '吸氧', wheelchair: '轮椅', hearing: '听力障碍', sight: '视力障碍', 'bed-bound': '卧床' },
  kind: { caregiver: '护理员', volunteer: '志愿者', neighbour: '邻居' },
  reason: {
    travel: '约 {minutes} 分钟 · {distance}', 'has-key': '有钥匙', 'knows-resident': '熟悉老人', language: '语言相通', busy: '任务中',
    'position-old': '位置较旧', 'position-unknown': '位置不明',
  },
  help: { 'not-asked': '未派单', asking: '正在找人', coming: '途中', 'on-scene': '已到达', done: '已完成', withdrawn: '已撤回' },
  offerState: {
    planned: '待发送', sent: '已发送', delivered: '已送达', seen: '已看到', accepted: '已接单', declined: '无法前往', expired: '超时未答',
    failed: '发送失败', superseded: '不再需要',
  },
  phase: { 'three-best': '首批', 'two-more': '加派', replacement: '补派', 'within-reach': '15 分钟内', again: '再派', desk: '人工' },
  decline: { 'busy-with-resident': '正在服务其他老人', 'too-far': '距离太远', 'no-vehicle': '没有交通工具', unwell: '身体不适', other: '其他原因' },
  contactResult: {
    'answered-safe': '已接听·平安', 'needs-help': '已接听·需要帮助', unclear: '说不清', busy: '占线', 'no-answer': '无人接听', voicemail: '语音信箱',
    'wrong-number': '号码错误', refused: '拒绝帮助',
  },
  nextStep: {
    'two-more': '再派 2 人', 'contact-1': '联系第一联系人', 'contact-2': '联系第二联系人', 'within-reach': '扩大到 15 分钟内所有人',
    'duty-leader': '通知值班长', display: '无人看到则升级', arrival: '核对是否到达', check: '核对进展',
  },
  event: {
    raised: '告警到达', repeated: '再次按键', 'second-signal': '第二信号', displayed: '坐席已显示', taken: '受理', released: '放回队列',
    offered: '派单', accepted: '接单', declined: '无法前往', expired: '超时未答', superseded: '不再需要', 'on-the-way': '已出发',
    arrived: '已到达', done: '已完成', 'given-back': '交回任务', 'contact-due': '该打给联系人', 'contact-attempt': '通话', note: '记录',
    'duty-leader-told': '已通知值班长', 'nobody-to-ask': '无人可派', 'arrival-late': '未按时到达', 'check-due': '应核对进展', closed: '结案',
  },
  cause: {
    'fall-uninjured': '跌倒未受伤', 'fall-injured': '跌倒受伤', 'chest-or-breath': '胸痛或呼吸困难', 'stroke-signs': '中风迹象',
    'unwell-other': '其他不适', pain: '疼痛', 'confusion-or-lost': '糊涂或走失', fire: '火灾', 'cooking-smoke': '做饭油烟', gas: '燃气',
    water: '漏水', 'intruder-or-fear': '有人闯入或害怕', 'care-need': '需要照料', 'visit-or-meal-failure': '探访或送餐失败', loneliness: '孤独',
    information: '咨询', 'wants-family': '想联系家人', 'accidental-press': '误按', 'device-fault': '设备故障', battery: '电池',
    'mains-or-network': '停电或断网', 'installer-test': '安装测试', 'resident-test': '老人测试', canary: '系统自检', exercise: '演练',
    'unknown-no-voice': '原因不明·无应答', 'wrong-registration': '登记有误', 'died-before': '到达前去世', 'died-during': '救助中去世',
  },
  action: {
    'voice-only': '电话处理', advice: '给予建议', 'contact-attended': '联系人到场', volunteer: '志愿者到场', 'own-responder': '护理员到场',
    provider: '服务商处理', 'estate-guard': '物业到场', committee: '居委会或嘎查到场', 'family-doctor': '家庭医生', '120-conveyed': '120 已送医',
    '120-not-conveyed': '120 到场未送医', '119': '119 处置', '110': '110 处置', 'refused-help': '拒绝帮助', 'forced-entry': '破门进入',
    'key-used': '用钥匙进入', 'not-found': '未找到人', 'left-in-care-of': '交由他人照看', referred: '转介', 'order-created': '已建服务单',
    'equipment-visit': '上门检修设备', none: '无',
  },
}
