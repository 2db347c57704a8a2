package org.tocsin.tracing.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class YuanTest {
  @Test
  void amountsAreExactWithSeparators() {
    assertThat(Yuan.of(0)).isEqualTo("0.00");
    assertThat(Yuan.of(5)).isEqualTo("0.05");
    assertThat(Yuan.of(99_999)).isEqualTo("999.99");
    assertThat(Yuan.of(100_000)).isEqualTo("1,000.00");
    assertThat(Yuan.of(-123_456_789_012L)).isEqualTo("-1,234,567,890.12");
  }

  @Test
  void nothingFromAStatementBecomesMarkup() {
    assertThat(Words.escape("<b>&\"'\u0007")).isEqualTo("&lt;b&gt;&amp;&quot;&#39; ");
  }
}
