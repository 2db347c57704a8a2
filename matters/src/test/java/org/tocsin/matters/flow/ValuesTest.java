package org.tocsin.matters.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.matters.flow.People.map;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.matters.MatterKind;
import org.tocsin.matters.check.Sample;

/** Reading forms: types, limits, conditions, sums, masks. */
class ValuesTest {
  private static final MatterKind KIND =
      Sample.kind(
          Sample.text()
              .replace(
                  "  deadline:  {",
                  """
                    approved:  {names: 核定 | Approved, type: money, min: 0}
                    paid:      {names: 已付 | Paid, type: money, sum: payments.amount, max: approved}
                    payments:  {names: 支付 | Payments, type: lines, lines: {amount: {names: 金额 | Amount, type: money, required: true, min: 1}, payee: {names: 收款人 | Payee, type: text, personal: {mask: name}}}}
                    score:     {names: 评分 | Score, type: number, min: 1, max: 5}
                    tags:      {names: 标签 | Tags, type: choice, multiple: true, options: {a: 甲 | A, b: 乙 | B}}
                    idNumber:  {names: 证件号 | Identity number, type: idnumber, personal: {mask: idnumber}}
                    flag:      {names: 是否 | Flag, type: boolean}
                    lead:      {names: 承办人 | Lead, type: officer}
                    seenAt:    {names: 时间 | Seen at, type: instant}
                    paper:     {names: 附件 | Paper, type: file}
                    deadline:  {"""
                      .indent(2)
                      .replaceAll("(?m)^    ", "  ")
                      .stripTrailing()));

  private static Values.Parsed read(Object... pairs) {
    Map<String, Object> raw = map(pairs);
    return Values.parse(KIND, raw.keySet(), raw, Values.EMPTY);
  }

  private static List<FieldFault.Why> faults(Object... pairs) {
    return read(pairs).faults().stream().map(FieldFault::why).toList();
  }

  @Test
  void readsEveryTypeAndWritesItBackTheSame() {
    Map<String, Object> raw =
        map(
            "company",
            map("id", "91330100X", "text", "青澜商贸"),
            "phone",
            "+86 138-1234-5678",
            "place",
            map("lat", 31.2, "lon", 121.4, "text", "仓库"),
            "grade",
            "minor",
            "approved",
            1_000_000L,
            "payments",
            List.of(map("amount", 250_050L, "payee", "王某某")),
            "score",
            new java.math.BigDecimal("4.5"),
            "tags",
            List.of("b", "a"),
            "idNumber",
            "11010519491231002X",
            "flag",
            false,
            "lead",
            map("id", People.officer(1).toString(), "text", "张"),
            "seenAt",
            "2026-03-02T02:00:00Z",
            "paper",
            List.of("00000000-0000-7000-8000-000000000001"),
            "deadline",
            "2026-03-20");
    Values.Parsed read = Values.parse(KIND, raw.keySet(), raw, Values.EMPTY);
    assertThat(read.faults()).isEmpty();
    Map<String, Object> expected = new java.util.LinkedHashMap<>(raw);
    expected.put("paid", 250_050L);
    assertThat(read.values().plain()).containsAllEntriesOf(expected).hasSameSizeAs(expected);
    assertThat(Values.stored(KIND, read.values().plain()).values().plain())
        .isEqualTo(read.values().plain());
  }

  @ParameterizedTest
  @CsvSource({
    "11010519491231002X, true",
    "11010519491231002x, true",
    "110105194912310021, false",
    "440524188001010014, true",
    "44052418800101001, false",
    "abcdefghijklmnopqr, false"
  })
  void identityNumbersAreCheckedByTheirLastCharacter(String number, boolean ok) {
    assertThat(faults("idNumber", number).isEmpty()).isEqualTo(ok);
  }

  @Test
  void refusesWhatIsNotOfTheType() {
    assertThat(faults("score", "many")).containsExactly(FieldFault.Why.TYPE);
    assertThat(faults("approved", 1.5)).containsExactly(FieldFault.Why.TYPE);
    assertThat(faults("approved", new java.math.BigDecimal("1E+999999999"))).hasSize(1);
    assertThat(faults("deadline", "20.3.2026")).containsExactly(FieldFault.Why.TYPE);
    assertThat(faults("place", map("lat", 91.0, "lon", 0.0))).containsExactly(FieldFault.Why.TYPE);
    assertThat(faults("place", map("lat", 1.0))).containsExactly(FieldFault.Why.TYPE);
    assertThat(faults("lead", map("text", "nobody"))).containsExactly(FieldFault.Why.TYPE);
    assertThat(faults("tags", List.of("c"))).containsExactly(FieldFault.Why.OPTION);
    assertThat(faults("grade", List.of("minor"))).containsExactly(FieldFault.Why.TYPE);
    assertThat(faults("phone", "call me")).containsExactly(FieldFault.Why.CHECK);
    assertThat(faults("paper", "x")).containsExactly(FieldFault.Why.TYPE);
    assertThat(faults("contact", "a\0b")).containsExactly(FieldFault.Why.TYPE);
    assertThat(faults("company", map("text", "长".repeat(201))))
        .containsExactly(FieldFault.Why.TYPE);
    assertThat(faults("payments", List.of("x"))).containsExactly(FieldFault.Why.TYPE);
    assertThat(faults("flag", "yes")).containsExactly(FieldFault.Why.TYPE);
  }

  @Test
  void limitsHold() {
    assertThat(faults("score", 0)).containsExactly(FieldFault.Why.TOO_SMALL);
    assertThat(faults("score", 6)).containsExactly(FieldFault.Why.TOO_LARGE);
    assertThat(faults("contact", "长".repeat(41))).containsExactly(FieldFault.Why.TOO_LONG);
    assertThat(faults("hazards", List.of())).contains(FieldFault.Why.TOO_FEW);
    assertThat(faults("approved", 2_000_000_000_000L)).containsExactly(FieldFault.Why.TOO_LARGE);
  }

  @Test
  void sumsAreComputedAndKeptWithinTheirLimit() {
    Values.Parsed read =
        read("approved", 100, "payments", List.of(map("amount", 60), map("amount", 41)));
    assertThat(read.faults())
        .containsExactly(new FieldFault("paid", FieldFault.Why.TOO_LARGE, "approved"));
    assertThat(faults("paid", 5)).contains(FieldFault.Why.NOT_ASKED);
  }

  @Test
  void rowsTellTheirPlace() {
    Values.Parsed read =
        read("payments", List.of(map("amount", 1), map("payee", "王", "colour", "red")));
    assertThat(read.faults())
        .extracting(FieldFault::field)
        .containsExactly("payments[1].amount", "payments[1].colour");
  }

  @Test
  void conditionsDecideWhatIsAsked() {
    assertThat(read("grade", "minor", "interim", "停用").faults())
        .containsExactly(new FieldFault("interim", FieldFault.Why.NOT_ASKED, ""));
    Map<String, Object> raw = map("grade", "major");
    assertThat(Values.parse(KIND, List.of("grade", "interim"), raw, Values.EMPTY).faults())
        .containsExactly(new FieldFault("interim", FieldFault.Why.REQUIRED, ""));
    assertThat(faults("grade", "major", "interim", "停用")).isEmpty();
    assertThat(Values.parse(KIND, List.of("grade"), map("x", 1), Values.EMPTY).faults())
        .extracting(FieldFault::field)
        .containsExactly("x", "grade");
  }

  @Test
  void personalDataIsHiddenAlsoInRows() {
    Values values =
        read(
                "contact", "王某某",
                "phone", "13812345678",
                "idNumber", "11010519491231002X",
                "payments", List.of(map("amount", 5, "payee", "李四")))
            .values();
    Masked masked = Masked.of(KIND, values);
    assertThat(masked.masked()).containsExactly("contact", "phone", "payments", "idNumber");
    assertThat(masked.values().plain())
        .containsEntry("contact", "王***")
        .containsEntry("phone", "138***5678")
        .containsEntry("idNumber", "110***2X")
        .containsEntry("payments", List.of(map("amount", 5L, "payee", "李***")));
  }
}
