package org.tocsin.tracing.report;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.tocsin.tracing.AccountClass;
import org.tocsin.tracing.End;
import org.tocsin.tracing.HubPolicy;
import org.tocsin.tracing.Opening;
import org.tocsin.tracing.Rule;

/** The Chinese words of a report. */
public final class Words {
  private static final DateTimeFormatter FULL =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
  private static final DateTimeFormatter SHORT =
      DateTimeFormatter.ofPattern("MM-dd HH:mm", Locale.ROOT);
  private static final String[] NUMBERS = {"零", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十"};

  private Words() {}

  public static String rule(Rule rule) {
    return switch (rule) {
      case REACH -> "可达（污染）";
      case HAIRCUT -> "按比例（混同）";
      case FIFO -> "先进先出";
      case LIFO -> "后进先出";
      case LOWEST_BALANCE -> "最低中间余额";
    };
  }

  static String meaning(Rule rule) {
    return switch (rule) {
      case REACH -> "凡收到涉案款后转出的每一笔，其收款账户均视为可达。只说明可能，不划分金额。";
      case HAIRCUT -> "账户内资金混同，每笔转出按涉案款占余额的比例带走涉案款，向下取整到分。";
      case FIFO -> "先到账的钱先转出；转出款在收款账户中保持原有先后。金额精确到分，无舍入。";
      case LIFO -> "后到账的钱先转出。金额精确到分，无舍入。";
      case LOWEST_BALANCE -> "先花账户里的其他钱，余额低于涉案款时才动用涉案款。";
    };
  }

  static String opening(Opening opening) {
    return switch (opening) {
      case CAUSAL -> "期初余额未知时，透支的瞬间视为有来源不明的钱进入";
      case OPENING_FIRST -> "期初余额未知时，缺口视为期初已有、最先花出";
      case BOTH -> "期初余额未知时，两种口径都算：主表按“透支瞬间进入”，区间为两种口径的最小值与最大值";
    };
  }

  static String end(End end) {
    return switch (end) {
      case HELD -> "留存";
      case CASH -> "取现";
      case HUB -> "进入商户或支付机构";
      case RETURNED -> "已退回被害人";
    };
  }

  static String type(AccountClass type) {
    return switch (type) {
      case PERSONAL -> "个人";
      case BUSINESS -> "单位";
      case MERCHANT -> "商户";
      case PAYMENT_INSTITUTION -> "支付机构";
      case EXCHANGE -> "交易平台";
      case CASH -> "现金";
    };
  }

  static String policy(HubPolicy policy) {
    return switch (policy) {
      case STOP -> "到此为止，须向机构查询受益账户";
      case FOLLOW -> "继续追踪";
      case PASS_THROUGH -> "按订单号穿透（推定）";
    };
  }

  /** 被害人, 一级账户, 二级账户 … */
  static String tier(int tier) {
    if (tier == 0) {
      return "被害人";
    }
    return (tier <= 10 ? NUMBERS[tier] : Integer.toString(tier)) + "级账户";
  }

  public static String full(Instant at, ZoneId zone) {
    return FULL.format(at.atZone(zone));
  }

  public static String brief(Instant at, ZoneId zone) {
    return SHORT.format(at.atZone(zone));
  }

  /** An account in a picture: first and last digits; the tables have the whole. */
  static String brief(String account) {
    return account.codePointCount(0, account.length()) <= 13
        ? account
        : account.substring(0, 4) + "…" + account.substring(account.length() - 4);
  }

  /** For HTML text and attributes. */
  static String escape(String text) {
    var out = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        default -> out.append(c < ' ' && c != '\n' ? ' ' : c);
      }
    }
    return out.toString();
  }
}
