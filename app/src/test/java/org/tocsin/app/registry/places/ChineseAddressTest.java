package org.tocsin.app.registry.places;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.tocsin.app.testing.SharedData;

/** How well addresses that people labelled by hand are taken apart. */
class ChineseAddressTest {
  @Test
  void whoGivesANumberMeansTheHouseAndNotItsWholeStreet() {
    assertThat(ChineseAddress.read("青澜市青山区梨叶街133号").readings())
        .containsExactly(new PlaceText.House(133, "", "梨叶街", "青澜市青山区"));
    assertThat(ChineseAddress.read("青山区梨叶街").readings())
        .containsExactly(new PlaceText.Name("梨叶街", "青山区"));
  }

  @Test
  void labelledAddressesAreTakenApart() throws IOException {
    var file = SharedData.need("cn_address/dev.txt.gz");
    Score score = new Score();
    StringBuilder text = new StringBuilder();
    Map<String, StringBuilder> parts = new HashMap<>();
    try (var in =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(new FileInputStream(file.toFile())), StandardCharsets.UTF_8))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (line.isBlank()) {
          score.add(text.toString(), parts);
          text.setLength(0);
          parts.clear();
          continue;
        }
        String[] cells = line.split(" ");
        String tag = cells[1].substring(cells[1].indexOf('-') + 1).toLowerCase();
        text.append(cells[0]);
        parts.computeIfAbsent(tag, k -> new StringBuilder()).append(cells[0]);
      }
    }
    System.out.printf(
        "measured: labelled Chinese addresses %d; road right %d of %d (%.1f%%), number right %d of"
            + " %d (%.1f%%)%n",
        score.all,
        score.roadRight,
        score.roads,
        100.0 * score.roadRight / score.roads,
        score.numberRight,
        score.numbers,
        100.0 * score.numberRight / score.numbers);
    assertThat(score.roadRight).isGreaterThan(score.roads * 6 / 10);
    assertThat(score.numberRight).isGreaterThan(score.numbers * 6 / 10);
  }

  private static final class Score {
    private int all;
    private int roads;
    private int roadRight;
    private int numbers;
    private int numberRight;

    void add(String text, Map<String, StringBuilder> parts) {
      all++;
      ChineseAddress read = ChineseAddress.read(text);
      StringBuilder road = parts.get("road");
      StringBuilder number = parts.get("roadno");
      if (road != null) {
        roads++;
        roadRight += Words.plain(road.toString()).equals(read.road()) ? 1 : 0;
      }
      if (road != null && number != null && number.toString().matches("[0-9]+号?")) {
        numbers++;
        numberRight += number.toString().replace("号", "").equals(read.number()) ? 1 : 0;
      }
    }
  }
}
