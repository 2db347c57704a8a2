package org.tocsin.tracing.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.tocsin.tracing.AccountClass;
import org.tocsin.tracing.LedgerStore;

/**
 * A register of accounts that are not a person's own: lines of {@code ACCOUNT,CLASS}, the class in
 * Chinese or English.
 */
final class Hubs {
  private Hubs() {}

  static AccountClass type(String name) throws UsageException {
    return switch (name.strip().toLowerCase(Locale.ROOT)) {
      case "personal", "个人" -> AccountClass.PERSONAL;
      case "business", "单位", "对公" -> AccountClass.BUSINESS;
      case "merchant", "商户" -> AccountClass.MERCHANT;
      case "payment-institution", "payment_institution", "支付机构" -> AccountClass.PAYMENT_INSTITUTION;
      case "exchange", "交易平台" -> AccountClass.EXCHANGE;
      case "cash", "现金" -> AccountClass.CASH;
      default ->
          throw new UsageException(
              "there is no class of accounts '"
                  + name
                  + "': personal, business, merchant, payment-institution, exchange, cash");
    };
  }

  /**
   * States the classes; opening balances stay as they are. Accounts that the ledger has not are
   * passed over.
   */
  static int describe(Path file, LedgerStore ledger) throws IOException, UsageException {
    var snapshot = ledger.snapshot();
    int described = 0;
    for (String line : Files.readAllLines(file)) {
      String bare = line.replace("\ufeff", "").strip();
      if (bare.isEmpty() || bare.startsWith("#")) {
        continue;
      }
      String[] parts = bare.split("[,\t;]", -1);
      if (parts.length < 2) {
        throw new UsageException(file + ": a line wants ACCOUNT,CLASS but is '" + bare + "'");
      }
      AccountClass type = type(parts[1]);
      var account = snapshot.find(parts[0].strip());
      if (account.isPresent()) {
        ledger.describe(
            account.getAsInt(), type, snapshot.account(account.getAsInt()).openingFen());
        described++;
      }
    }
    return described;
  }
}
