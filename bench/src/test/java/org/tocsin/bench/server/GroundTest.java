package org.tocsin.bench.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import org.junit.jupiter.api.Test;

class GroundTest {
  @Test
  void theGeneratedGridIsWholeAndNamesItsPlaces() {
    Ground grid = Ground.grid();
    String[] lines = new String(grid.streetTable(), StandardCharsets.UTF_8).split("\n");
    assertThat(lines).hasSize(1 + 2 * 99 * 100);
    assertThat(new HashSet<>(java.util.Arrays.asList(lines))).hasSize(lines.length);
    assertThat(grid.places()).hasSameSizeAs(grid.addresses());
    assertThat(grid.name()).contains("generated");
  }
}
