package org.tocsin.tracing.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tocsin.tracing.AccountClass;
import org.tocsin.tracing.End;
import org.tocsin.tracing.HubPolicy;
import org.tocsin.tracing.Opening;
import org.tocsin.tracing.Report;
import org.tocsin.tracing.Rule;
import org.tocsin.tracing.oracle.SmallLedger.Limits;
import org.tocsin.tracing.oracle.SmallLedger.Pay;

/**
 * The oracles on ledgers small enough to be done by hand, so that two programs are not wrong
 * together.
 */
class OracleSelfTest {
  private static final Pattern PAYMENT = Pattern.compile("([A-Z]) -(\\d+)-> ([A-Z])");

  /** Payments a second apart; the first is reported whole. */
  private static SmallLedger ledger(String text) {
    var payments = new ArrayList<Pay>();
    Matcher m = PAYMENT.matcher(text);
    while (m.find()) {
      payments.add(
          new Pay(
              m.group(1).charAt(0) - 'A',
              m.group(3).charAt(0) - 'A',
              Integer.parseInt(m.group(2)),
              payments.size(),
              "",
              ""));
    }
    int report = text.substring(0, text.indexOf('*')).split("\\|", -1).length - 1;
    var types = new ArrayList<AccountClass>();
    var openings = new ArrayList<Long>();
    for (int i = 0; i < 6; i++) {
      types.add(i == 5 ? AccountClass.CASH : AccountClass.PERSONAL);
      openings.add(-1L);
    }
    return new SmallLedger(
        payments,
        types,
        openings,
        List.of(new Report(payments.get(report).from(), report, payments.get(report).fen())),
        new Limits(null, 0, 0, SmallLedger.policies(HubPolicy.STOP)));
  }

  private static String rest(SmallLedger ledger, Rule rule, Opening opening) {
    Outcome outcome = OracleTest.Compare.outcome(ledger, rule, opening);
    assertThat(outcome.conserved()).isTrue();
    var out = new ArrayList<String>();
    outcome.rest.forEach(
        (spot, fen) ->
            out.add(
                SmallLedger.name(spot.account())
                    + (spot.end() == End.HELD ? "" : " " + spot.end())
                    + " "
                    + fen));
    return String.join(", ", out);
  }

  @Test
  void ownMoneyFirstInThenTheVictimsAndHalfIsSpent() {
    SmallLedger ledger = ledger("D -100-> B | A -100-> B * | B -100-> C");
    assertThat(rest(ledger, Rule.FIFO, Opening.CAUSAL)).isEqualTo("B 100");
    assertThat(rest(ledger, Rule.LIFO, Opening.CAUSAL)).isEqualTo("C 100");
    assertThat(rest(ledger, Rule.HAIRCUT, Opening.CAUSAL)).isEqualTo("B 50, C 50");
    assertThat(rest(ledger, Rule.LOWEST_BALANCE, Opening.CAUSAL)).isEqualTo("B 100");
  }

  @Test
  void aLaterDepositReopensTheAccountButBringsNothingBack() {
    SmallLedger ledger = ledger("A -50-> B * | B -50-> F | D -70-> B | B -60-> C");
    for (Rule rule : List.of(Rule.FIFO, Rule.LIFO, Rule.HAIRCUT, Rule.LOWEST_BALANCE)) {
      assertThat(rest(ledger, rule, Opening.CAUSAL)).isEqualTo("F CASH 50");
    }
  }

  @Test
  void unknownMoneyComesInLateOrWasThereFirst() {
    SmallLedger ledger = ledger("A -30-> B * | B -40-> C");
    assertThat(rest(ledger, Rule.FIFO, Opening.CAUSAL)).isEqualTo("C 30");
    assertThat(rest(ledger, Rule.FIFO, Opening.OPENING_FIRST)).isEqualTo("C 30");
    SmallLedger more = ledger("A -30-> B * | B -20-> C | B -20-> D");
    assertThat(rest(more, Rule.FIFO, Opening.CAUSAL)).isEqualTo("C 20, D 10");
    assertThat(rest(more, Rule.FIFO, Opening.OPENING_FIRST)).isEqualTo("C 10, D 20");
    assertThat(rest(more, Rule.LOWEST_BALANCE, Opening.CAUSAL)).isEqualTo("C 20, D 10");
  }

  @Test
  void aRefundIsReturnedAndThirdsAreRoundedDown() {
    SmallLedger ledger = ledger("A -10-> B * | B -4-> A | A -4-> B");
    assertThat(rest(ledger, Rule.FIFO, Opening.CAUSAL)).isEqualTo("A RETURNED 4, B 6");
    SmallLedger thirds = ledger("D -2-> B | A -1-> B * | B -1-> C | B -1-> C | B -1-> C");
    assertThat(rest(thirds, Rule.HAIRCUT, Opening.CAUSAL)).isEqualTo("C 1");
    assertThat(MixOracle.divide(10, new long[] {1, 1, 1})).containsExactly(4, 3, 3);
  }

  @Test
  void poisonReachesWhatIsPaidLaterAndNotWhatWasPaidBefore() {
    SmallLedger ledger = ledger("B -5-> C | A -9-> B * | B -1-> D | D -1-> E");
    assertThat(new ReachOracle(ledger).tiers).isEqualTo(java.util.Map.of(1, 1, 3, 2, 4, 3));
  }
}
