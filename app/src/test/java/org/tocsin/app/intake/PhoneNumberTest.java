package org.tocsin.app.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PhoneNumberTest {
  private static String read(String written) {
    return PhoneNumber.parse(written).map(PhoneNumber::value).orElse("none");
  }

  @Test
  void oneCallerHasOneForm() {
    assertThat(read("138-0000-1234")).isEqualTo("13800001234");
    assertThat(read("+86 138 0000 1234")).isEqualTo("13800001234");
    assertThat(read("0086 13800001234")).isEqualTo("13800001234");
    assertThat(read("（0931）8400110")).isEqualTo("09318400110");
    assertThat(read("１３８００００１２３４")).isEqualTo("13800001234");
    assertThat(read("+1 (415) 555-0100")).isEqualTo("+14155550100");
    assertThat(read("12345")).isEqualTo("12345");
    assertThat(read("call me")).isEqualTo("none");
    assertThat(read("12")).isEqualTo("none");
    assertThat(read("1".repeat(30))).isEqualTo("none");
  }

  @Test
  void itIsMaskedWhereverItIsPrinted() {
    assertThat(new PhoneNumber("13800001234")).hasToString("138****1234");
    assertThat(new PhoneNumber("+14155550100")).hasToString("+14*****0100");
    assertThat(new PhoneNumber("12345")).hasToString("***45");
    assertThat(new PhoneNumber("8400110")).hasToString("84***10");
  }
}
