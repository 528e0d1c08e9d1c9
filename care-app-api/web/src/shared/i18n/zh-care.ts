/** The words of the contract about orders, visits and messages. */
export default {
  service: { meal: '助餐', bath: '助浴', medical: '助医' },
  doing: { meal: '送餐', bath: '助浴', medical: '陪同就医' },
  window: { breakfast: '早餐', lunch: '午餐', supper: '晚餐', day: '日间' },
  orderState: {
    offered: '正在找人', accepted: '已接单', 'on-the-way': '途中', 'checked-in': '已签到', 'in-progress': '服务中', 'checked-out': '已签退', verified: '已确认',
    'no-access': '无人应门', cancelled: '已取消',
  },
  attention: {
    'nobody-to-ask': '无人可派', 'nobody-accepted': '没有人接单', late: '没有按时出发或到达', 'weak-proof': '佐证不足，待审核', complaint: '老人投诉',
    'not-done': '没有完成', unrated: '还没有评价',
  },
  money: { held: '已占用', captured: '已扣款', released: '已退回' },
  source: {
    'meal-subsidy': '助餐补贴', voucher: '消费券', prepaid: '预付款', 'care-insurance': '长护险', 'time-bank': '时间银行', 'home-bed': '家庭养老床位', family: '家属代付', self: '老人自付',
  },
  basis: {
    'meal-subsidy': '助餐补贴', 'home-bed': '家庭养老床位', 'care-insurance': '长护险', voucher: '消费券', 'self-pay-contract': '自费协议',
  },
  diet: {
    halal: '清真', diabetes: '糖尿病', 'low-salt': '低盐', 'soft-food': '软食', 'no-nuts': '坚果过敏', 'no-dairy': '乳制品过敏', 'no-seafood': '海鲜过敏', vegetarian: '素食',
  },
  contains: {
    pork: '猪肉', alcohol: '酒', sugar: '糖', salty: '重盐', hard: '硬质食物', nuts: '坚果', dairy: '乳制品', seafood: '海鲜', meat: '肉', beef: '牛肉', mutton: '羊肉', chicken: '鸡肉',
    egg: '鸡蛋', fish: '鱼', gluten: '面筋', soy: '大豆',
  },
  requestedBy: { resident: '老人本人', family: '家属', caregiver: '护理员' },
  cancelledBy: { resident: '老人本人', family: '家属', centre: '中心' },
  decision: { accepted: '认可，扣款', rejected: '不认可，退回' },
  transport: { foot: '步行', bus: '公交', taxi: '出租车', 'centre-car': '中心用车', ambulance: '救护车' },
  offerStep: { accepted: '已接单', 'on-the-way': '途中', arrived: '已到达', done: '已完成', 'given-back': '已交回', diverted: '改派去救急' },
  stage: { 'on-the-way': '出发', 'checked-in': '签到', begun: '开始', 'checked-out': '签退' },
  visitStep: {
    'on-the-way': '出发', 'checked-in': '到达签到', begun: '开始服务', 'checked-out': '完成签退', 'no-access': '无人应门', 'not-done': '无法完成', 'given-back': '交回服务',
  },
  proofStep: { 'checked-in': '签到', 'checked-out': '签退', 'no-access': '无人应门' },
  proofReason: {
    'signed-in': '本人账号操作', 'clock-agrees': '手机时间一致', 'clock-differs': '手机时间不一致', 'clock-missing': '没有手机时间', 'near-the-door': '在门口附近',
    'within-accuracy': '在定位误差内', 'far-from-the-door': '离门口较远', 'no-position': '没有定位', 'resident-pressed': '老人按键确认',
  },
  check: {
    'cooked-at': '出锅时间', 'handed-over': '已当面交给老人', reheated: '重新加热过', 'no-hospital-stay': '近 3 个月没有住院', 'skin-intact': '皮肤没有破损', 'no-tubes': '没有插管',
    'systolic-before': '浴前收缩压（高压）', 'diastolic-before': '浴前舒张压（低压）', 'pulse-before': '浴前脉搏', 'temperature-before': '浴前体温', water: '水温', 'systolic-after': '浴后收缩压（高压）',
    'diastolic-after': '浴后舒张压（低压）', 'pulse-after': '浴后脉搏', 'temperature-after': '浴后体温', documents: '证件和材料已带齐', result: '就诊结果', medicines: '开的药', 'home-safe': '已平安送回家',
  },
  unit: { '/min': '次/分' },
  answer: { yes: '是', no: '否' },
  notification: {
    'please-look': '请前往查看', 'somebody-coming': '已有人前往', 'safe-now': '老人平安', 'duty-call': '请值班长处理', 'visit-late': '上门会晚到', 'visit-moved': '上门时间或人员有变',
  },
  recipient: { contact: '联系人', resident: '老人', duty: '值守人员', responder: '响应人' },
  channel: { 'call-12349': '12349 来电', sms: '短信', voice: '语音电话' },
  notificationState: { planned: '待发送', sending: '正在发送', sent: '已发送', delivered: '已送达', failed: '发送失败', superseded: '不再需要' },
  orderEvent: {
    requested: '提出需求', assessed: '核对资格', held: '占用费用', scheduled: '安排时间', offered: '派单', accepted: '接单', declined: '无法前往', expired: '超时未答', superseded: '不再需要',
    'nobody-to-ask': '无人可派', 'on-the-way': '已出发', 'checked-in': '到达签到', begun: '开始服务', 'check-refused': '检查未通过', 'taken-back': '坐席收回', 'left-open': '无人签退，由坐席结束', 'checked-out': '完成签退', 'not-done': '没有完成', 'no-access': '无人应门',
    'given-back': '交回服务', diverted: '改派去救急', late: '没有按时', 'resident-told': '已告知老人', notified: '已通知', 'welfare-raised': '已引发安全查看', verified: '已确认',
    captured: '已扣款', released: '费用退回', 'review-due': '需要审核', reviewed: '已审核', rated: '已评价', unrated: '没有评价', cancelled: '已取消',
  },
}
