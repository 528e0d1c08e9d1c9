/** The visits on the phone. */
export default {
  visit: {
    offers: '新的服务', offer: '服务派单', at: '{from}–{to}', far: '{distance} · 约 {minutes} 分钟', until: '{at} 前答复', pair: '需要 2 人', why: { diverted: '因紧急呼叫改派', 'given-back': '他人交回，重新派单' },
    accept: '接受', decline: '不能去', declineTitle: '为什么不能去？', back: '返回', today: '今天的服务', tomorrow: '以后的服务', none: '没有安排服务', later: '还有 {count} 项服务在后面', gone: '{at} {name}的{service}已取消或改派，这一家不用去了。', diverted: '{at} {name}的{service}已改派给他人，请专心救急。',
    hidden: '接受后显示姓名和地址', divert: '您正在{doing}，接受后订单将改派', toAgenda: '返回列表', address: '地址', access: '怎么进门', diet: '饮食限制', noDiet: '无限制', dish: '菜品', appointment: '就诊', bring: '携带',
    transport: '交通', wish: '嘱咐', medical: '病史', doNot: '禁忌', needs: '特点', team: '同伴', call: '打给老人', callDesk: '致电坐席', map: '打开地图', number: '编号 {number}',
    locating: '正在定位…', sending: '正在发送…', saved: '已存手机，网络恢复后自动发送', waitForServer: '已存手机。联网后才知道下一步要检查什么。', more: '其他情况', limits: '{least}–{most}{unit}', atLeast: '至少 {least}{unit}', atMost: '不超过 {most}{unit}',
    required: '必填', optional: '可不填', outside: '超出范围，不能继续；请复测，或选“无法完成”', mustBeYes: '必须为“是”才能继续；否则请选“无法完成”', notANumber: '请填数字', missing: '还没有填', noteFor: {
      'no-access': '看到、听到了什么（必填）', 'not-done': '为什么无法完成（必填）', 'given-back': '为什么交回（必填）',
    },
    noteHint: { 'no-access': '例如：敲门三次、打电话都没人应，灯亮着', 'not-done': '例如：血压偏高，没有洗', 'given-back': '例如：车坏了，赶不到' },
    tried: '我敲过门，也打过电话，没有人应答', triedNeeded: '请先敲门、打电话，再勾选', noAccessHint: '提交后坐席会马上联系家属，查看老人是否平安。', submit: '确认{step}',
    reached: { accepted: '待出发', 'on-the-way': '途中', 'checked-in': '已签到', begun: '服务中', 'checked-out': '已签退', ended: '已提交' },
  },
}
