/** The services view of the desk. */
export default {
  orders: {
    tab: '服务', title: '服务单', day: '服务日期', earlier: '前一天', later: '后一天', today: '今天', tomorrow: '明天', otherDay: '其他日期', new: '新建服务单', none: '这一天没有服务单',
    look: '需要处理', byTime: '按时间', nothing: '请从左侧选择服务单', reading: '正在读取…', back: '回到告警', alarms: '未结告警', more: '还有 {count} 起',
    noAlarms: '没有未结告警', waits: '等待 {time}', keys: '切换',
    who: '{name}（{age}）', at: '{from}–{to}', pair: '双人', nobody: '还没有人', done: '{from} 签到，{to} 签退', score: '佐证 {score} 分', stars: '{stars} 星',
    number: '编号 {number}', ordered: '下单 {at}', resident: '老人', phone: '电话', address: '地址', diet: '饮食', noDiet: '无限制', needs: '特点',
    level: '评估', levelOf: '{level} 级', noLevel: '没有有效评估', what: '服务内容', dish: '菜品', contains: '含 {what}', appointment: '就诊', bring: '携带', transport: '交通', wish: '嘱咐',
    window: '时段', workers: '人员', workersOf: '{count} 人', team: '服务人员', noTeam: '还没有派给任何人', candidates: '可派人员', money: '费用', price: '价格', pays: '谁付',
    noPays: '没有费用占用', checks: '检查记录', noChecks: '还没有检查记录', proofs: '到访佐证', noProofs: '还没有佐证', proofOf: '{score} 分', points: '{points}',
    meters: '距门口 {meters} 米', accuracy: '误差 {meters} 米', deviceTime: '手机时间 {at}', rating: '评价', complaint: '投诉', unrated: '还没有评价', incident: '它引发的告警', toIncident: '查看告警',
    ask: '派', takeBack: '收回', cancel: '取消', rate: '评价', review: '审核', rateHint: '签退后可以评价一次', cancelHint: '已有人到门口或已结束，不能取消',
  },
  newOrder: {
    title: '新建服务单', search: '老人姓名或电话后四位', searchHint: '例如：乌云，或 2276', found: '找到 {count} 人', nobody: '没有找到', choose: '请选择老人', change: '换一位老人',
    balance: '可用余额', noBalance: '没有余额', until: '{day} 到期', forServices: '用于{services}', service: '选择服务', entitled: '可享受：{basis}', entitledPlain: '可享受', notEntitled: '没有享受资格',
    terms: '{price} · {minutes} 分钟', pair: '需要 2 人', window: '选择时段', notOrderable: '现在不能订', alreadyOrdered: '已有 {number}', open: '查看',
    time: '开始时间', dish: '选择菜品', noDishes: '这一天没有菜品', forbidden: '{diet}不能吃', hospital: '医院', department: '科室', at: '就诊时间', documents: '携带材料', transport: '交通方式', unsaid: '未说明',
    wish: '嘱咐（可不填）', requestedBy: '谁提出', consent: '老人本人同意这次服务', pays: '费用由谁付', free: '不收费', selfPay: '老人同意自付 {price}', submit: '下单', sending: '正在下单…',
    missing: '还缺：{what}', lackWindow: '时段', lackTime: '开始时间', lackDish: '菜品', lackAppointment: '就诊医院、科室和时间', lackConsent: '老人同意', lackSelfPay: '自付同意', comma: '、',
  },
  orderDialog: {
    cancelTitle: '取消服务单 {number}', by: '谁提出取消', reason: '理由', cancelSubmit: '确认取消', keep: '不取消',
    rateTitle: '评价 {number}', stars: '老人打几分', star: '{stars} 分', complaint: '这是一起投诉', words: '老人怎么说', rateSubmit: '保存评价',
    reviewTitle: '审核 {number}', reviewHint: '佐证 {score} 分，不足以自动确认。请看佐证和检查记录后决定。', leftOpenHint: '没有人签退。请核实后决定是否付款。', decision: '决定', note: '依据', reviewSubmit: '确认决定',
    takeBackTitle: '收回 {name} 的服务', takeBackHint: '用于联系不上本人时。收回后系统会另找人。', takeBackSubmit: '确认收回',
  },
  notify: { title: '已通知', none: '没有通知任何人', attempts: '第 {count} 次', local: '未外发（本机留存）', kept: '短信留存在本机', line: '{name} · {recipient}' },
  prompt: { now: '现在应呼叫 {service}', hint: '按升级规则，此刻应呼叫 {service}，还没有人写明已呼叫。', note: '写明已呼叫', dial: '拨打 {service}', called: '已呼叫 {service}：' },
  standDown: { open: '不再扩大派单', done: '已停止扩大派单', title: '不再扩大派单', hint: '系统不再叫更多人；通知值班长和提示 120 的时限照常。', submit: '确认不再扩大' },
}
