package org.tocsin.tracing.statement;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a column of a statement can mean. Names of people, identity numbers, addresses and devices
 * have no place here on purpose: they are never read, for money is followed through accounts.
 */
public enum Column {
  FROM_ACCOUNT(
      "付款账号",
      9,
      "(付款|转出|汇款|付方|汇出)(人|方)?(的)?(账|卡|账户|银行账)?(号|号码|户)",
      "(from|source|src|orig|sender|payer|debit)(account|acct|node|key)?(id|no|number|key)?",
      "nameorig",
      "fromaccountkey"),
  FROM_BANK("付款银行", 5, "(付款|转出|汇款|付方)(人|方)?(开户)?(行|银行|行号)", "(from|source)bank(id)?"),
  TO_ACCOUNT(
      "收款账号",
      9,
      "(收款|转入|收方|汇入)(人|方)?(的)?(账|卡|账户|银行账)?(号|号码|户)",
      "(to|target|dest|dst|receiver|payee|beneficiary)(account|acct|node|key)?(id|no|number|key)?",
      "namedest",
      "toaccountkey"),
  TO_BANK("收款银行", 5, "(收款|转入|收方)(人|方)?(开户)?(行|银行|行号)", "(to|target|dest)bank(id)?"),
  OTHER_ACCOUNT(
      "对手账号",
      9,
      "(?!.*(名|姓|余额|银行|行号|类型|机构|证))(交易)?(对手|对方|对端).*(账|卡)(号|户|卡号|号码).*",
      "counterpart(y|ie)?(account|acct|acc)?(no|number|id)?"),
  OWN_ACCOUNT(
      "本方账号",
      6,
      "(交易|本方|客户|查询|主|我方|本人|借记|本)(卡|账|账户)(号|户|号码)?",
      "账(号|户)|卡号|账户账号|账号卡号|卡号账号",
      "account(no|number|id)?"),
  TIMESTAMP(
      "交易时间",
      8,
      "(交易|记账|入账|发生|处理)(日期)?(和|及)?时间",
      "交易日期时间|日期时间",
      "timestamp|datetime|(transaction|tx|trade)?time"),
  DATE("交易日期", 7, "(交易|记账|入账|发生|账务|会计)?(日期|日)", "(transaction|tx|trade|booking|posting)?date"),
  TIME("时刻", 3, "(交易|记账|发生)?(时刻|时分秒)", "时间", "clock|timeofday"),
  INCOME(
      "收入",
      8,
      "(收入|贷方|存入|转入|入账|收方|贷记)(交易)?(发生)?(额|金额)?",
      "(交易|发生)?(金额|额)(收入|贷方|贷|存入|转入)",
      "credit(amount)?|deposit(s)?|moneyin|paidin"),
  EXPENDITURE(
      "支出",
      8,
      "(支出|借方|支取|取出|转出|出账|付方|借记)(交易)?(发生)?(额|金额)?",
      "(交易|发生)?(金额|额)(支出|借方|借|支取|转出)",
      "debit(amount)?|withdrawal(s)?|moneyout|paidout"),
  AMOUNT(
      "金额",
      8,
      "(交易|发生|付款|收款|转账|汇款)?(金额|发生额|额)(元|人民币|小写)?",
      "amountpaid",
      "amount|value|sum|amt|(transaction|tx)amount"),
  DIRECTION(
      "借贷标志",
      8,
      "(借贷|收付|收支|进出|出入|资金收付)(账)?(标志|标识|方向|类型|标记)?",
      "(交易|资金)方向|借贷",
      "(debitcredit|drcr|dc|crdr)(flag|indicator|mark)?|direction"),
  BALANCE("余额", 4, "(交易|账户|本次|当前|交易后|联机)?余额(元)?", "balance(after)?|runningbalance"),
  CURRENCY("币种", 3, "(交易|账户)?(币种|货币|币别)", "paymentcurrency", "currency|ccy"),
  SERIAL(
      "流水号",
      4,
      "(交易|银行|核心|柜员|主机|业务|全局)?流水(号|编号)?",
      "(日志|参考)号",
      "(transaction|tx|bank)?(serial|reference|ref|seq|sequence)(no|number|id)?|(transaction|tx)id"),
  STATUS("状态", 3, "交易是否成功|(交易)?(状态|结果)|是否成功", "status|result"),
  CASH("现金标志", 2, "(现金|现转|钞汇)(标志|标识)?", "cashflag"),
  SUMMARY("摘要", 2, "(交易)?(摘要|用途|附言|摘要说明)", "summary|memo|description|paymentformat"),
  ORDER("订单号", 2, "(商户|外部|支付|交易)?(订单|单)(号|编号)", "order(no|number|id)?"),
  STEP("时间步", 0, "(?!)");

  private final String zh;
  private final int weight;
  private final List<Pattern> spellings;

  Column(String zh, int weight, String... spellings) {
    this.zh = zh;
    this.weight = weight;
    this.spellings = Arrays.stream(spellings).map(Pattern::compile).toList();
  }

  /** Its usual Chinese heading. */
  public String zh() {
    return zh;
  }

  /** How much it helps to take a row for the heading. */
  int weight() {
    return weight;
  }

  /**
   * Does this heading, reduced by {@link Text#heading}, name this column? 0 no, higher is surer: an
   * earlier spelling is the better one.
   */
  int match(String heading) {
    for (int i = 0; i < spellings.size(); i++) {
      if (spellings.get(i).matcher(heading).matches()) {
        return 10 - i;
      }
    }
    return 0;
  }
}
